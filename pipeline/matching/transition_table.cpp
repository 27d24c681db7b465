#include "matching/transition_table.h"

#include <algorithm>

namespace boctach {
namespace {

constexpr std::size_t most_tries = 32;  // of places for one state

}  // namespace

void TransitionTable::forget() {
  next_ = Entry::dead_place + 1;
  end_ = next_;
  slots_.assign(next_ + classes_, {});
  states_.assign(slots_.size(), 0);
  notes_.assign(noted_ ? slots_.size() : 0, 0);
  taken_.assign(slots_.size(), false);
}

TransitionTable::Entry TransitionTable::add(StateId state, bool matches, const std::vector<std::uint8_t>& ways) {
  const std::size_t place = find_place(ways);
  if (const std::size_t size = place + 1 + classes_; size > slots_.size()) {
    slots_.resize(size);
    states_.resize(size);
    if (noted_) notes_.resize(size);
    taken_.resize(size);
  }
  for (const std::uint8_t way : ways) {
    slots_[place + way].place = static_cast<std::uint32_t>(place);
    end_ = std::max(end_, place + way + 1);
  }
  taken_[place] = true;
  states_[place] = state;
  return {place, matches};
}

// One of the few next places, if all slots are free there, or one behind all that are taken.
std::size_t TransitionTable::find_place(const std::vector<std::uint8_t>& ways) {
  const auto fits = [&](std::size_t place) {
    return !taken_[place] && std::all_of(ways.begin(), ways.end(), [&](std::uint8_t way) { return slots_[place + way].place == 0; });
  };
  for (std::size_t place = next_; place < std::min(next_ + most_tries, slots_.size() - classes_); ++place) {
    if (fits(place)) return place;
  }
  next_ = std::min(next_ + most_tries / 2, slots_.size() - classes_);  // or it would be tried for ever
  const std::size_t least = ways.empty() ? 0 : *std::min_element(ways.begin(), ways.end());
  std::size_t place = std::max(end_, next_ + least) - least;
  while (place < taken_.size() && taken_[place]) ++place;
  return place;
}

void TransitionTable::keep(Entry from, std::uint8_t byte_class, Entry to, std::uint32_t note) {
  const std::size_t slot = from.place() + byte_class;
  slots_[slot].target = to;
  if (noted_) notes_[slot] = note;
}

}  // namespace boctach
