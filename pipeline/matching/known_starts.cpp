#include "matching/known_starts.h"

#include <algorithm>
#include <utility>

namespace boctach {
KnownStarts::KnownStarts(Ask ask, unsigned table_bits)
    : ask_(std::move(ask)), table_bits_(table_bits), table_(std::size_t{1} << table_bits), pairs_(std::size_t{256} * 256, May::Unknown) {}

Sweeps KnownStarts::of(const Bytes& bytes, Sweeps among) {
  for (std::size_t i = place(bytes);; i = (i + 1) % table_.size()) {
    Entry& entry = table_[i];
    if (entry.bytes == bytes) return entry.sweeps;
    if (entry.bytes.high != 0) continue;
    char text[sizeof bytes.low + sizeof bytes.high];
    std::memcpy(text, &bytes.low, sizeof bytes.low);
    std::memcpy(text + sizeof bytes.low, &bytes.high, sizeof bytes.high);
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
