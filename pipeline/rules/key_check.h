#ifndef BOCTACH_RULES_KEY_CHECK_H_
#define BOCTACH_RULES_KEY_CHECK_H_

#include "rules/diagnose.h"
#include "rules/keys.h"
#include "rules/node.h"

namespace boctach {

// Reports every unknown key, wrong kind, missing key and value out of range in
// a map and all below it. Required keys of a map that `extends` another are
// left to check_required, after the merge.
void check_object(const Node& node, ObjectKind object, Reporter& reporter);

// The same for some keys of one, as in a patch: none is missing, and null takes one away.
void check_partial(const Node& node, ObjectKind object, Reporter& reporter);

// Reports the required keys that are missing or empty.
void check_required(const Node& node, ObjectKind object, Reporter& reporter);

}  // namespace boctach

#endif  // BOCTACH_RULES_KEY_CHECK_H_
