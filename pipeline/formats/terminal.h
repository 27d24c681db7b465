#ifndef BOCTACH_FORMATS_TERMINAL_H_
#define BOCTACH_FORMATS_TERMINAL_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "boctach/document.h"

namespace boctach {

// On one line, without control characters, cut to so many code points.
std::string visible(std::string_view text, std::size_t code_points = 60);

// Where an article stood, on one line: "crawl.jsonl:12", or "bai.txt" if it was all of it.
std::string visible(const Origin& origin);

// With the escapes of an ANSI colour (SGR parameters such as "1;31") around it, if `colour`.
std::string painted(bool colour, std::string_view code, std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_TERMINAL_H_
