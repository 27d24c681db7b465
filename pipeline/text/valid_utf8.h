#ifndef BOCTACH_TEXT_VALID_UTF8_H_
#define BOCTACH_TEXT_VALID_UTF8_H_

#include <string>
#include <string_view>

namespace boctach {

// The text, with U+FFFD for what is not UTF-8: names of files may be anything.
std::string valid_utf8(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_TEXT_VALID_UTF8_H_
