#ifndef BOCTACH_TEXT_VIETNAMESE_H_
#define BOCTACH_TEXT_VIETNAMESE_H_

#include <string_view>

namespace boctach {

// True if a text holds as many letters of its own as Vietnamese does, or too
// few letters to tell. Text written without marks counts as not Vietnamese.
bool may_be_vietnamese(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_TEXT_VIETNAMESE_H_
