#ifndef BOCTACH_RULES_CHECKS_H_
#define BOCTACH_RULES_CHECKS_H_

#include <functional>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"
#include "rules/diagnose.h"
#include "rules/extends.h"

namespace boctach {

// What a loaded rule set must fulfil beyond the table of keys. `trees` are
// what the rules were read from, by Rule::order: plain rules keep no mark for
// every name they hold, the trees do.

// The text of every pattern: what RE2 lacks or knows for ASCII only.
void check_patterns(const RuleSet& rules, Reporter& reporter);

// Every name that stands for something: fragments, lexicons, columns, labels.
// Wants all packs: one that failed to load would make others wrong.
void check_references(const RuleSet& rules, const std::vector<RuleTree>& trees, Reporter& reporter);

// How labels stand in records: names no other key has, types that agree. `packs` by their place in the rule set.
void check_records(const RuleSet& rules, const std::vector<PackTree>& packs, const std::vector<RuleTree>& trees, Reporter& reporter);

// What examples expect and are given.
void check_examples(const RuleSet& rules, const std::vector<RuleTree>& trees, Reporter& reporter);

// Named groups and those who use them.
void check_groups(const RuleSet& rules, const std::vector<RuleTree>& trees, Reporter& reporter);

// Calls `visit` with every pattern of a rule: its own, of its surroundings, of `each`.
void for_each_pattern(const Rule& rule, const std::function<void(const Pattern&)>& visit);

// The mark of a value under a rule, by keys and, in a list, by scalars; of the
// last step there is.
Mark mark_under(const RuleTree& tree, std::initializer_list<std::string_view> path);

// Where `needle` stands in a pattern for the nth time (from 0); the pattern's own mark if it does not.
Mark mark_of(const RuleSet& rules, const Pattern& pattern, std::string_view needle, int nth = 0);

}  // namespace boctach

#endif  // BOCTACH_RULES_CHECKS_H_
