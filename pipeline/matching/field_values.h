#ifndef BOCTACH_MATCHING_FIELD_VALUES_H_
#define BOCTACH_MATCHING_FIELD_VALUES_H_

#include <string>
#include <string_view>
#include <vector>

#include "boctach/mention.h"
#include "matching/compiled_rule.h"
#include "matching/view.h"

namespace boctach {

// What a rule captured, and what it captured from.
struct Capture {
  std::string_view clean;
  const View& view;
  const std::vector<Group>& groups;
  const std::vector<Mention>& mentions;  // of earlier stages; Group::mentions are indices into it
};

// The fields of a match, in the order of the rule. If one does not hold (a
// group that must be there is missing, a number out of range, an impossible
// date), `cause` names it and the result is not to be used.
std::vector<FieldValue> evaluate_fields(const CompiledRule& rule, const Capture& capture, std::string& cause);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_FIELD_VALUES_H_
