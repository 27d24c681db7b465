#ifndef BOCTACH_RULES_RULE_FORMAT_H_
#define BOCTACH_RULES_RULE_FORMAT_H_

#include <optional>
#include <string>

#include "rules/diagnose.h"

namespace boctach {

// The text of a rule file as it should be written: single quotes where double
// ones are not needed and where the check of keys asks for quotes, no white
// space at the end of lines, at most one empty line (two in front of what
// stands at the margin), LF, one at the end of the file. Comments, the order of
// things and block scalars stay, and every value is the same: that is checked
// by reading both texts. Formatting twice gives what formatting once gave.
//
// The text of the file must be in the sources of the reporter's rules. Nothing
// if the gate refuses it, or if a value would change (E510). Tabs between words
// are reported (W510) and stay.
std::optional<std::string> format_rules(const std::string& file, Reporter& reporter);

}  // namespace boctach

#endif  // BOCTACH_RULES_RULE_FORMAT_H_
