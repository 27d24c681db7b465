#include "matching/known_starts.h"

#include <algorithm>
#include <utility>

namespace boctach {

KnownStarts::KnownStarts(Ask ask, unsigned table_bits)
    : ask_(std::move(ask)), table_bits_(table_bits), table_(std::size_t{1} << table_bits), pairs_(std::size_t{256} * 256, May::Unknown) {}

KnownStarts::Entry& KnownStarts::entry(const Bytes& bytes) {
  std::size_t i = place(bytes);
  while (table_[i].bytes.high != 0 && table_[i].bytes != bytes) i = (i + 1) & (table_.size() - 1);
  return table_[i];
}

Sweeps KnownStarts::of(const Bytes& bytes, Sweeps among) {
  if (const Entry& known = entry(bytes); known.bytes.high != 0) return known.sweeps;
  char text[sizeof bytes.low + sizeof bytes.high];
  std::memcpy(text, &bytes.low, sizeof bytes.low);
  std::memcpy(text + sizeof bytes.low, &bytes.high, sizeof bytes.high);
  const Sweeps sweeps = ask_({text, bytes.high >> size_shift}, among);
  if (2 * known_ >= table_.size()) {
    std::fill(table_.begin(), table_.end(), Entry{});
    known_ = 0;
  }
  ++known_;
  entry(bytes) = {bytes, sweeps};
  return sweeps;
}

}  // namespace boctach
