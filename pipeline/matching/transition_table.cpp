#include "matching/transition_table.h"

#include <algorithm>

namespace boctach {

void TransitionTable::forget() {
  rows_.assign(Entry::dead_state + 1, {});
  steps_.assign(1, {});
  notes_.assign(noted_ ? 1 : 0, 0);
  for (std::vector<Table>& tables : free_) tables.clear();
}

TransitionTable::Entry TransitionTable::add(bool matches, const std::vector<std::uint8_t>& ways) {
  const Entry entry{static_cast<StateId>(rows_.size()), matches};
  Row& row = rows_.emplace_back();
  for (const std::uint8_t way : ways) row.ways |= way_bit(way);
  return entry;
}

void TransitionTable::keep(Entry from, std::uint8_t byte_class, Entry to, std::uint32_t note) {
  Row& row = rows_[from.state()];
  if (!to.dead() && !row.usual.target().known()) {
    row.usual = {byte_class, to};
    row.usual_note = note;
    return;
  }
  if (is_full(row.others)) grow(row);
  const std::size_t place = find(row, byte_class);
  steps_[place] = {byte_class, to};
  if (noted_) notes_[place] = note;
}

// A quarter stays free, or a search would be long.
bool TransitionTable::is_full(Table table) const {
  const auto begin = steps_.begin() + static_cast<std::ptrdiff_t>(table.begin());
  const auto free =
      std::count_if(begin, begin + static_cast<std::ptrdiff_t>(table.size()), [](Step step) { return !step.target().known(); });
  return 4 * static_cast<std::size_t>(free - 1) < table.size();
}

void TransitionTable::grow(Row& row) {
  const Table old = row.others;
  if (old.begin() == 0) {
    row.others = take_table(first_size_bits);
    return;
  }
  row.others = take_table(old.size_bits() + 1);
  for (std::size_t i = old.begin(); i < old.begin() + old.size(); ++i) {
    if (!steps_[i].target().known()) continue;
    const std::size_t place = find(row, steps_[i].byte_class());
    steps_[place] = steps_[i];
    if (noted_) notes_[place] = notes_[i];
    steps_[i] = {};
  }
  free_[old.size_bits()].push_back(old);
}

TransitionTable::Table TransitionTable::take_table(unsigned size_bits) {
  if (!free_[size_bits].empty()) {
    const Table table = free_[size_bits].back();
    free_[size_bits].pop_back();
    return table;
  }
  const Table table(steps_.size(), size_bits);
  steps_.resize(steps_.size() + table.size());
  if (noted_) notes_.resize(steps_.size());
  return table;
}

}  // namespace boctach
