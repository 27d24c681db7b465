#ifndef BOCTACH_MATCHING_PATTERN_LINTS_H_
#define BOCTACH_MATCHING_PATTERN_LINTS_H_

#include "boctach/diagnostic.h"
#include "boctach/rule_set.h"

namespace boctach {

// What only shows when the whole of a pattern is looked at, and is not needed
// to run it: W409, rules for which nothing must stand in every match; with
// `notes` also N402, rules whose groups cannot be taken in one pass, and why.
// `rules` must have been loaded without an error.
void lint_patterns(const RuleSet& rules, Diagnostics& diagnostics, bool notes);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_PATTERN_LINTS_H_
