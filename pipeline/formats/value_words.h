#ifndef BOCTACH_FORMATS_VALUE_WORDS_H_
#define BOCTACH_FORMATS_VALUE_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "boctach/record.h"

namespace boctach {

std::string joined(const std::vector<std::string>& texts, std::string_view between = ", ");

// A value of a field for people; nothing, where there is none.
std::string words_of(const Value& value, std::string_view between = ", ");

}  // namespace boctach

#endif  // BOCTACH_FORMATS_VALUE_WORDS_H_
