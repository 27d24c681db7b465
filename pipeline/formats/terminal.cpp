#include "formats/terminal.h"

#include <string>

#include "text/unicode.h"

namespace boctach {

std::string visible(std::string_view text, std::size_t code_points) {
  std::string out;
  const std::size_t end = forward(text, 0, code_points);
  for (std::size_t at = 0; at < end;) {
    const Decoded c = decode(text, at);
    if (c.code_point == '\n') {
      out += "\\n";
    } else if (c.code_point < 0x20 || !c.valid || (c.code_point >= 0x7F && c.code_point < 0xA0)) {
      out += '?';
    } else {
      out += text.substr(at, c.size);
    }
    at += c.size;
  }
  return out + (end < text.size() ? "..." : "");
}

std::string visible(const Origin& origin) {
  constexpr std::size_t longest = 200;
  return visible(origin.path, longest) + (origin.line > 0 ? ":" + std::to_string(origin.line) : "");
}

std::string painted(bool colour, std::string_view code, std::string_view text) {
  if (!colour) return std::string(text);
  return std::string("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
}

}  // namespace boctach
