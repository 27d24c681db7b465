#ifndef BOCTACH_RULES_RULE_LISTING_H_
#define BOCTACH_RULES_RULE_LISTING_H_

#include <string>

#include "rules/loaded_rules.h"

namespace boctach {

// A rule as it is in the end, as YAML: defaults, inherited keys and patches
// merged in. If `origin`, each line ends with the file and line it came from.
std::string rule_listing(const LoadedRules& loaded, const Rule& rule, bool origin);

}  // namespace boctach

#endif  // BOCTACH_RULES_RULE_LISTING_H_
