#include "matching/known_starts.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace boctach {
namespace {

constexpr std::size_t half = 8;  // bytes
constexpr unsigned size_shift = 56;

// The first bytes of a number as it stands in memory.
std::uint64_t first_bytes(std::uint64_t bytes, std::size_t size) {
  return size >= half ? bytes : bytes & ((std::uint64_t{1} << (8 * size)) - 1);
}

}  // namespace

KnownStarts::Bytes KnownStarts::take(std::string_view text, std::size_t at, std::size_t size) {
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

KnownStarts::KnownStarts(Ask ask, unsigned table_bits)
    : ask_(std::move(ask)), table_bits_(table_bits), table_(std::size_t{1} << table_bits), pairs_(std::size_t{256} * 256, May::Unknown) {}

Sweeps KnownStarts::of(const Bytes& bytes, Sweeps among) {
  for (std::size_t i = place(bytes);; i = (i + 1) % table_.size()) {
    Entry& entry = table_[i];
    if (entry.bytes == bytes) return entry.sweeps;
    if (entry.bytes.high != 0) continue;
    char text[2 * half];
    std::memcpy(text, &bytes.low, half);
    std::memcpy(text + half, &bytes.high, half);
    const Sweeps sweeps = ask_({text, bytes.high >> size_shift}, among);
    if (++known_ <= table_.size() / 2) {
      entry = {bytes, sweeps};
    } else {
      std::fill(table_.begin(), table_.end(), Entry{});
      known_ = 0;
    }
    return sweeps;
  }
}

}  // namespace boctach
