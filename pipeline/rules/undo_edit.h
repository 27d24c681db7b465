#ifndef BOCTACH_RULES_UNDO_EDIT_H_
#define BOCTACH_RULES_UNDO_EDIT_H_

#include <optional>

#include "rules/rule_edits.h"

namespace boctach {

// `after` with one edit taken back, of those compare_rules() told; nothing if what is left would name what is not there,
// as a rule that is kept names a lexicon that is not.
std::optional<RuleSet> without_edit(const RuleSet& before, const RuleSet& after, const RuleEdit& edit);

}  // namespace boctach

#endif  // BOCTACH_RULES_UNDO_EDIT_H_
