#ifndef BOCTACH_APP_ADDRESS_H_
#define BOCTACH_APP_ADDRESS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "boctach/span.h"

namespace boctach {

// A line and, if given, a column in it, both from 1; columns are code points.
struct TextPlace {
  std::size_t line = 0;
  std::size_t column = 0;  // 0: the whole line
};

// "12" or "12:7"; nothing if it is neither.
std::optional<TextPlace> read_place(std::string_view written);

// FILE, FILE:LINE or FILE:LINE:COL; a file that is called so comes first.
struct Address {
  std::string file;
  std::optional<TextPlace> place;
};
Address read_address(const std::string& written);

// The line, or the character at the column, in a text; nothing if the text has no such place.
std::optional<Span> find_place(std::string_view text, TextPlace place);

}  // namespace boctach

#endif  // BOCTACH_APP_ADDRESS_H_
