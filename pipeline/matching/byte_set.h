#ifndef BOCTACH_MATCHING_BYTE_SET_H_
#define BOCTACH_MATCHING_BYTE_SET_H_

#include <array>
#include <compare>
#include <cstdint>

namespace boctach {

// What may come next in a text: bytes, and the end of the text.
class ByteSet {
 public:
  static ByteSet all() {
    ByteSet set;
    set.words_.fill(~std::uint64_t{0});
    set.end_ = true;
    return set;
  }

  void add(unsigned char byte) { words_[byte >> 6] |= std::uint64_t{1} << (byte & 63); }
  void add(const ByteSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    end_ = end_ || other.end_;
  }
  [[nodiscard]] bool has(unsigned char byte) const { return ((words_[byte >> 6] >> (byte & 63)) & 1) != 0; }
  [[nodiscard]] bool has_end() const { return end_; }

  auto operator<=>(const ByteSet&) const = default;

 private:
  std::array<std::uint64_t, 4> words_{};
  bool end_ = false;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_BYTE_SET_H_
