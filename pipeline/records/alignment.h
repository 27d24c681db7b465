#ifndef BOCTACH_RECORDS_ALIGNMENT_H_
#define BOCTACH_RECORDS_ALIGNMENT_H_

#include <functional>
#include <initializer_list>
#include <vector>

#include "records/reading.h"

namespace boctach {

// What was found beside what is wanted; one of them may be null.
struct Pair {
  const ReadItem* found = nullptr;
  const ReadItem* wanted = nullptr;
};

// Is what was found (first) what is wanted (second)?
using Same = std::function<bool(const ReadItem& found, const ReadItem& wanted)>;

// Each item with at most one of the other side, greedily in their order, for
// one pass after the other. What is required chooses before what is optional,
// so that an optional item never steals a match. Pairs point into both lists:
// required ones, optional ones, then what nobody wants.
std::vector<Pair> align(const std::vector<ReadItem>& found, const std::vector<ReadItem>& wanted, std::initializer_list<Same> passes);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_ALIGNMENT_H_
