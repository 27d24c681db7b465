#ifndef BOCTACH_MATCHING_COMPETITION_H_
#define BOCTACH_MATCHING_COMPETITION_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "boctach/mention.h"

namespace boctach {

// A candidate that passed every test of its own rule.
struct Contender {
  const Rule* rule = nullptr;
  Span span;                  // in the clean text
  std::size_t candidate = 0;  // whatever the caller knows it by
};

// How a contender ended, and because of which other one (an index).
struct Ending {
  Outcome outcome = Outcome::Won;
  std::size_t winner = 0;
};

// The total order of rules: higher priority, longer, earlier, later loaded,
// smaller full name. True if `a` comes before `b`.
bool beats(const Contender& a, const Contender& b);
// Which step of that order tells the two apart: "priority", "length", "place", "directory" or "name".
std::string_view deciding(const Contender& a, const Contender& b);

// Takes contenders from the top of the order and drops, group by group, what
// overlaps a taken one. Equal spans of one label end as Same. One ending a
// contender, in the order given; the result depends on no order of the input.
std::vector<Ending> compete(const std::vector<Contender>& contenders);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_COMPETITION_H_
