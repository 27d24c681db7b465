#include "matching/transition_table.h"

#include <algorithm>

namespace boctach {

void TransitionTable::forget() {
  narrow_.assign(2, {});  // none, and the dead one
  narrow_notes_.assign(noted_ ? 2 : 0, {});
  rows_.clear();
  row_states_.clear();
  row_notes_.clear();
}

TransitionTable::Entry TransitionTable::add(StateId state, bool matches, const std::vector<std::uint8_t>& ways) {
  if (ways.size() < many && classes_ < no_class) {
    Narrow narrow;
    narrow.state = state;
    std::copy(ways.begin(), ways.end(), narrow.ways.begin());
    narrow_.push_back(narrow);
    if (noted_) narrow_notes_.emplace_back();
    return {static_cast<std::uint32_t>(narrow_.size() - 1), false, matches};
  }
  row_states_.push_back(state);
  rows_.resize(rows_.size() + classes_);
  if (noted_) row_notes_.resize(rows_.size());
  return {static_cast<std::uint32_t>(row_states_.size() - 1), true, matches};
}

// Of its narrow state.
std::size_t TransitionTable::way(Entry from, std::uint8_t byte_class) const {
  const auto& ways = narrow_[from.place()].ways;
  return static_cast<std::size_t>(std::find(ways.begin(), ways.end(), byte_class) - ways.begin());
}

void TransitionTable::keep(Entry from, std::uint8_t byte_class, Entry to, std::uint32_t note) {
  if (from.wide()) {
    const std::size_t place = from.place() * classes_ + byte_class;
    rows_[place] = to;
    if (noted_) row_notes_[place] = note;
  } else {
    const std::size_t i = way(from, byte_class);
    narrow_[from.place()].targets[i] = to;
    if (noted_) narrow_notes_[from.place()][i] = note;
  }
}

std::uint32_t TransitionTable::note(Entry from, std::uint8_t byte_class) const {
  if (from.wide()) return row_notes_[from.place() * classes_ + byte_class];
  return narrow_notes_[from.place()][way(from, byte_class)];
}

std::size_t TransitionTable::bytes() const {
  const std::size_t for_notes = noted_ ? sizeof(std::uint32_t) : 0;
  return narrow_.size() * (sizeof(Narrow) + (many - 1) * for_notes) + rows_.size() * (sizeof(Entry) + for_notes);
}

}  // namespace boctach
