#ifndef BOCTACH_RULES_QUERY_H_
#define BOCTACH_RULES_QUERY_H_

#include <string>

#include "boctach/rule_set.h"

namespace boctach {

// The pack and the label of a query.
inline constexpr const char* query_name = "query";

// Puts a pattern of the rule language behind all packs, as a rule of its own
// that sees every label it names. Fragments and lexicons of any pack may be
// named alone where no other pack has the same name. A mistake goes to
// `diagnostics`, placed in the file "pattern".
void add_query(RuleSet& rules, const std::string& pattern, Diagnostics& diagnostics);

}  // namespace boctach

#endif  // BOCTACH_RULES_QUERY_H_
