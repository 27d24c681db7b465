#include "matching/known_starts.h"

#include <algorithm>
#include <utility>

namespace boctach {

KnownStarts::KnownStarts(Ask ask) : ask_(std::move(ask)), pairs_(std::size_t{256} * 256, May::Unknown) { forget(); }

void KnownStarts::forget() {
  table_bits_ = first_table_bits;
  table_.assign(std::size_t{1} << table_bits_, {});
  known_ = 0;
  sets_.clear();
}

void KnownStarts::grow() {
  std::vector<Entry> old(std::size_t{1} << ++table_bits_);
  std::swap(old, table_);
  for (const Entry& known : old) {
    if (!known.empty()) entry({known.bytes.low, known.bytes.high & ~set_mask}) = known;
  }
}

KnownStarts::Entry& KnownStarts::entry(const Bytes& bytes) {
  std::size_t i = place(bytes);
  while (!table_[i].empty() && !table_[i].is(bytes)) i = (i + 1) & (table_.size() - 1);
  return table_[i];
}

Sweeps KnownStarts::of(const Bytes& bytes, Sweeps among) {
  if (const Entry& known = entry(bytes); !known.empty()) return sets_[known.set()];
  char text[sizeof bytes.low + sizeof bytes.high];
  std::memcpy(text, &bytes.low, sizeof bytes.low);
  std::memcpy(text + sizeof bytes.low, &bytes.high, sizeof bytes.high);
  const Sweeps sweeps = ask_({text, bytes.high >> size_shift}, among);
  const bool full = 2 * known_ >= table_.size();
  if (sets_.size() == most_sets || (full && table_bits_ == most_table_bits)) {
    forget();
  } else if (full) {
    grow();
  }
  const auto set = static_cast<std::size_t>(std::find(sets_.begin(), sets_.end(), sweeps) - sets_.begin());
  if (set == sets_.size()) sets_.push_back(sweeps);
  ++known_;
  entry(bytes).bytes = {bytes.low, bytes.high | std::uint64_t{set} << set_shift};
  return sweeps;
}

}  // namespace boctach
