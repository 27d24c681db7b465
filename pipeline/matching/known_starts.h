#ifndef BOCTACH_MATCHING_KNOWN_STARTS_H_
#define BOCTACH_MATCHING_KNOWN_STARTS_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string_view>
#include <vector>

namespace boctach {

// A set of sweeps, as bits.
using Sweeps = std::uint64_t;

// What was once said of the bytes that a text goes on with from some place:
// which sweeps may find something there. A hash table with open addresses, which
// grows with what it knows, as it should stay near the processor, up to a size
// where all is taken out again.
class KnownStarts {
 public:
  static constexpr std::size_t most_bytes = 14;

  // At most that many bytes, and how many, in the top bits of `high`: never 0. Some bits between are free.
  struct Bytes {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    bool operator==(const Bytes&) const = default;
  };
  // `size` bytes of the text, at most most_bytes.
  [[nodiscard]] static Bytes take(std::string_view text, std::size_t at, std::size_t size) {
    constexpr std::size_t half = sizeof(std::uint64_t);
    std::uint64_t halves[2] = {0, 0};
    if (text.size() - at >= sizeof halves) {
      std::memcpy(halves, text.data() + at, sizeof halves);
      halves[0] = first_bytes(halves[0], size);
      halves[1] = size <= half ? 0 : first_bytes(halves[1], size - half);
    } else {
      std::memcpy(halves, text.data() + at, size);
    }
    return {halves[0], halves[1] | std::uint64_t{size} << size_shift};
  }

  // Says which of some sweeps may find something where a text starts like this, whether it goes on or a region ends in it.
  using Ask = std::function<Sweeps(std::string_view, Sweeps)>;

  explicit KnownStarts(Ask ask);

  // Which of `among` may; these must always be the same for the same bytes.
  [[nodiscard]] Sweeps of(const Bytes& bytes, Sweeps among = ~Sweeps{0});
  // False if two bytes are enough to know that nothing may.
  [[nodiscard]] bool may_start(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size()) return true;
    May& may = pairs_[std::size_t{256} * static_cast<unsigned char>(text[at]) + static_cast<unsigned char>(text[at + 1])];
    if (may == May::Unknown) may = ask_(text.substr(at, 2), ~Sweeps{0}) == 0 ? May::No : May::Yes;
    return may == May::Yes;
  }
  // To be called some time before of(), which then need not wait for memory.
  void expect(const Bytes& bytes) const { __builtin_prefetch(&table_[place(bytes)]); }

 private:
  // Bytes, and in the bits that they leave free the number of a set of sweeps.
  struct Entry {
    Bytes bytes;
    [[nodiscard]] bool empty() const { return bytes.high == 0; }
    [[nodiscard]] bool is(const Bytes& other) const { return bytes.low == other.low && (bytes.high & ~set_mask) == other.high; }
    [[nodiscard]] std::size_t set() const { return (bytes.high & set_mask) >> set_shift; }
  };
  enum class May : std::uint8_t { Unknown, No, Yes };

  static constexpr unsigned set_shift = 48;
  static constexpr unsigned size_shift = 60;
  static constexpr std::size_t most_sets = std::size_t{1} << (size_shift - set_shift);
  static constexpr std::uint64_t set_mask = (most_sets - 1) << set_shift;
  static constexpr unsigned first_table_bits = 8;
  static constexpr unsigned most_table_bits = 16;

  // Of a number as it stands in memory, which starts with them.
  static std::uint64_t first_bytes(std::uint64_t bytes, std::size_t size) {
    return size >= sizeof bytes ? bytes : bytes & ((std::uint64_t{1} << (8 * size)) - 1);
  }
  [[nodiscard]] std::size_t place(const Bytes& bytes) const {
    return (bytes.low ^ (bytes.high * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93 >> (64 - table_bits_);
  }

  // The entry of these bytes, or the free one where they belong.
  [[nodiscard]] Entry& entry(const Bytes& bytes);
  void forget();
  void grow();

  Ask ask_;
  unsigned table_bits_ = 0;
  std::vector<Entry> table_;  // no more than half full
  std::size_t known_ = 0;
  std::vector<Sweeps> sets_;  // by number
  std::vector<May> pairs_;    // by two bytes
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_KNOWN_STARTS_H_
