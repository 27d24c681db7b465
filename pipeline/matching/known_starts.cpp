#include "matching/known_starts.h"

#include <algorithm>
#include <utility>

namespace boctach {
namespace {

constexpr unsigned least_table_bits = 10;

}  // namespace

KnownStarts::KnownStarts(Ask ask, unsigned most_table_bits)
    : ask_(std::move(ask)),
      most_table_bits_(most_table_bits),
      table_bits_(std::min(least_table_bits, most_table_bits)),
      table_(std::size_t{1} << table_bits_),
      pairs_(std::size_t{256} * 256, May::Unknown) {}

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
  if (2 * known_ >= table_.size()) make_room();
  ++known_;
  entry(bytes) = {bytes, sweeps};
  return sweeps;
}

void KnownStarts::make_room() {
  if (table_bits_ == most_table_bits_) {
    std::fill(table_.begin(), table_.end(), Entry{});
    known_ = 0;
    return;
  }
  const std::vector<Entry> before = std::exchange(table_, std::vector<Entry>(std::size_t{2} << table_bits_));
  ++table_bits_;
  for (const Entry& known : before) {
    if (known.bytes.high != 0) entry(known.bytes) = known;
  }
}

}  // namespace boctach
