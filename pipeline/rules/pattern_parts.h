#ifndef BOCTACH_RULES_PATTERN_PARTS_H_
#define BOCTACH_RULES_PATTERN_PARTS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// A pattern of the rule language as a reader takes it apart: alternatives, and
// of each the parts that must follow each other. Groups that only hold others
// together are opened, their captures dropped; a part is a run of letters or
// one of {{...}}, a class, a group with alternatives or a quantifier. The parts
// of an alternative, written side by side, match what it matches.
std::vector<std::vector<std::string>> pattern_parts(std::string_view pattern);

// True for a part whose quantifier lets it be left out.
bool is_optional_part(std::string_view part);

// An alternative that can never be the match, because one before it starts it.
struct ShadowedAlternative {
  std::size_t offset = 0;  // of the alternative in the pattern
  std::string text;
  std::string by;
};

// Of the alternatives a pattern ends with: behind others, what follows may still choose.
std::vector<ShadowedAlternative> shadowed_alternatives(std::string_view pattern);

}  // namespace boctach

#endif  // BOCTACH_RULES_PATTERN_PARTS_H_
