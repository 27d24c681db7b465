#ifndef BOCTACH_RULES_SOURCE_CHECK_H_
#define BOCTACH_RULES_SOURCE_CHECK_H_

#include <string>
#include <string_view>

#include "rules/diagnose.h"

namespace boctach {

// What is wrong with the bytes of a rule file, before anybody parses them.

// Reports bytes that are not UTF-8, once a line; true if there are none.
bool check_utf8(const std::string& file, const std::string& text, Reporter& reporter);

// Reports tabs in the indentation and control characters; true if there are none.
bool check_letters(const std::string& file, std::string_view text, Reporter& reporter);

}  // namespace boctach

#endif  // BOCTACH_RULES_SOURCE_CHECK_H_
