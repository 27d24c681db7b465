#ifndef BOCTACH_RULES_JSON_TEXT_H_
#define BOCTACH_RULES_JSON_TEXT_H_

#include <string>
#include <string_view>

namespace boctach {

// The text as a string of JSON, in its quotes.
std::string json_string(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_RULES_JSON_TEXT_H_
