#ifndef BOCTACH_RULES_RULE_EDITS_H_
#define BOCTACH_RULES_RULE_EDITS_H_

#include <set>
#include <string>
#include <vector>

#include "rules/loaded_rules.h"

namespace boctach {

// One thing that differs between two rule sets.
struct RuleEdit {
  std::string what;             // "rule vn.dates/day", "lexicon vn.documents/type_code", "fragment ...", "records of ...", "order of packs"
  std::string change;           // "changed: priority, pattern", "new", "gone"
  std::set<std::string> rules;  // PACK/ID of all it is written into
};

// Examples and words for people are no edits. In the order of the new set; what is gone comes last.
std::vector<RuleEdit> compare_rules(const LoadedRules& before, const LoadedRules& after);

}  // namespace boctach

#endif  // BOCTACH_RULES_RULE_EDITS_H_
