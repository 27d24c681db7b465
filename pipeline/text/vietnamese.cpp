#include "text/vietnamese.h"

#include <cstddef>

#include "text/unicode.h"

namespace boctach {
namespace {

// In Vietnamese every sixth letter or so is one that no other large language
// writes; elsewhere such letters stand in names alone.
constexpr std::size_t enough_letters = 200;
constexpr std::size_t one_in = 33;

// Letters with horn, the a with breve, the d with stroke, and the block of
// letters with a tone mark over or under another one.
bool is_own_letter(char32_t c) {
  return c == 0x102 || c == 0x103 || c == 0x110 || c == 0x111 || c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0 ||
         (c >= 0x1EA0 && c <= 0x1EF9);
}

}  // namespace

bool may_be_vietnamese(std::string_view text) {
  std::size_t letters = 0;
  std::size_t own = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const unsigned char lower = byte | 0x20U;
      if (lower >= 'a' && lower <= 'z') ++letters;
      ++at;
      continue;
    }
    const Decoded c = decode(text, at);
    at += c.size;
    if (is_own_letter(c.code_point)) {
      if (++own * one_in >= text.size()) return true;  // however many letters there are
      ++letters;
    } else if (is_letter(c.code_point)) {
      ++letters;
    }
  }
  return letters < enough_letters || own * one_in >= letters;
}

}  // namespace boctach
