#include "text/plain_letters.h"

#include "text/unicode.h"

namespace boctach {

std::string plain_letters(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      ++at;
      continue;
    }
    const Decoded next = decode(text, at);
    at += next.size;
    if (!is_mark(next.code_point)) append_utf8(plain, base_letter(next.code_point));
  }
  return plain;
}

}  // namespace boctach
