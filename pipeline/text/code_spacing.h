#ifndef BOCTACH_TEXT_CODE_SPACING_H_
#define BOCTACH_TEXT_CODE_SPACING_H_

#include <cstddef>
#include <string_view>

namespace boctach {

// True for the hyphen and every dash that is printed in its place.
bool is_dash(char32_t c);

// If a document code (30/2020/ND-CP, 949-KL/TU) starts at `position`, with or
// without spaces around its slashes and dashes, the position behind it; else
// `position`. A code has a slash and a part in capitals, so that "2021 - Top 10"
// and "11/7 - Ha Noi" are none.
std::size_t code_end(std::string_view text, std::size_t position);

}  // namespace boctach

#endif  // BOCTACH_TEXT_CODE_SPACING_H_
