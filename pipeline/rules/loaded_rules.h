#ifndef BOCTACH_RULES_LOADED_RULES_H_
#define BOCTACH_RULES_LOADED_RULES_H_

#include <string>
#include <vector>

#include "boctach/rule_set.h"
#include "rules/extends.h"

namespace boctach {

// Rules, and the trees they were read from, by Rule::order: every key of a
// rule with the place it came from.
struct LoadedRules {
  RuleSet rules;
  std::vector<RuleTree> trees;
};

// As load_rules().
LoadedRules load_with_trees(const std::vector<std::string>& directories, Diagnostics& diagnostics, bool notes = false);

}  // namespace boctach

#endif  // BOCTACH_RULES_LOADED_RULES_H_
