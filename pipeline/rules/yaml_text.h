#ifndef BOCTACH_RULES_YAML_TEXT_H_
#define BOCTACH_RULES_YAML_TEXT_H_

#include <string>
#include <string_view>

namespace boctach {

// A text of one line as a scalar in single quotes, the only style that takes nothing for an escape.
std::string single_quoted(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_RULES_YAML_TEXT_H_
