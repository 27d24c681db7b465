#ifndef BOCTACH_TEXT_PLAIN_LETTERS_H_
#define BOCTACH_TEXT_PLAIN_LETTERS_H_

#include <string>
#include <string_view>

namespace boctach {

// The text in lower case, letters without their marks, the d with stroke as d:
// what people type who have no Vietnamese keyboard at hand. Input is valid UTF-8.
std::string plain_letters(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_TEXT_PLAIN_LETTERS_H_
