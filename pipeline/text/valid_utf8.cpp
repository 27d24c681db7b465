#include "text/valid_utf8.h"

#include "text/unicode.h"

namespace boctach {

std::string valid_utf8(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    append_utf8(out, c.code_point);
    at += c.size;
  }
  return out;
}

}  // namespace boctach
