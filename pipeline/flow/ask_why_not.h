#ifndef BOCTACH_FLOW_ASK_WHY_NOT_H_
#define BOCTACH_FLOW_ASK_WHY_NOT_H_

#include "boctach/explanation.h"
#include "boctach/rule_set.h"

namespace boctach {

// Where nothing was found, adds to an explanation why not, and what would change it: of `rule`, or, if that is null, of
// the rules that came near the place of `shown`. `rules` are those that made the explanation.
void ask_why_not(const RuleSet& rules, const Rule* rule, const ExplanationOptions& shown, Explanation& explanation);

}  // namespace boctach

#endif  // BOCTACH_FLOW_ASK_WHY_NOT_H_
