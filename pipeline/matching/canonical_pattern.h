#ifndef BOCTACH_MATCHING_CANONICAL_PATTERN_H_
#define BOCTACH_MATCHING_CANONICAL_PATTERN_H_

#include <string>
#include <string_view>

namespace boctach {

// The expression in a form that RE2 runs faster, with the same matches and
// groups: in groups of plain alternatives, those with a common start stand side
// by side (RE2 factors neighbours only), unless a shorter one stands before a
// longer that starts with it; `(?: word)? ` is ` (?:word )?`.
std::string canonical_pattern(std::string_view expression);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_CANONICAL_PATTERN_H_
