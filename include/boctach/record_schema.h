#ifndef BOCTACH_RECORD_SCHEMA_H_
#define BOCTACH_RECORD_SCHEMA_H_

#include <string>

#include "boctach/rule_set.h"

namespace boctach {

// The JSON Schema (draft 2020-12) of the records that `rules` give: the fixed
// keys, and one array for every label that is written.
std::string record_json_schema(const RuleSet& rules);

}  // namespace boctach

#endif  // BOCTACH_RECORD_SCHEMA_H_
