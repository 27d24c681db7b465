#include "text/case_fold.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>

#include "text/unicode.h"

namespace boctach {
namespace {

// Below this stand the letters of Vietnamese; all take two or three bytes.
constexpr char32_t table_size = 0x2000;

std::size_t length_of(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// The folded form; 0 if it has another length.
char32_t fold_code_point(char32_t c) {
  const auto folded = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  return length_of(folded) == length_of(c) ? folded : 0;
}

std::array<std::uint16_t, table_size> make_table() {
  std::array<std::uint16_t, table_size> table{};
  for (char32_t c = 0x80; c < table_size; ++c) table[c] = static_cast<std::uint16_t>(fold_code_point(c));
  return table;
}

// The same with no call for what is not in the table and has no case: U+2000 to
// U+20FF, punctuation.
char32_t fold_large(char32_t c) { return c < 0x2100 ? c : fold_code_point(c); }

unsigned byte(char c) { return static_cast<unsigned char>(c); }
char tail(char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); }

}  // namespace

bool fold_case_in_place(std::string_view text, std::string& folded) {
  static const std::array<std::uint16_t, table_size> table = make_table();
  folded.assign(text);
  bool in_place = true;
  for (std::size_t i = 0; i < folded.size();) {
    const unsigned lead = byte(folded[i]);
    if (lead < 0x80) {
      if (lead - 'A' < 26) folded[i] = static_cast<char>(lead | 0x20);
      ++i;
    } else if (lead < 0xE0) {
      const char32_t c = table[((lead & 0x1F) << 6) | (byte(folded[i + 1]) & 0x3F)];
      in_place = in_place && c != 0;
      if (c != 0) {
        folded[i] = static_cast<char>(0xC0 | (c >> 6));
        folded[i + 1] = tail(c);
      }
      i += 2;
    } else if (lead < 0xF0) {
      char32_t c = ((lead & 0x0F) << 12) | ((byte(folded[i + 1]) & 0x3F) << 6) | (byte(folded[i + 2]) & 0x3F);
      c = c < table_size ? table[c] : fold_large(c);
      in_place = in_place && c != 0;
      if (c != 0) {
        folded[i] = static_cast<char>(0xE0 | (c >> 12));
        folded[i + 1] = tail(c >> 6);
        folded[i + 2] = tail(c);
      }
      i += 3;
    } else {
      std::string one;
      const Decoded c = decode(text, i);
      const char32_t small = fold_code_point(c.code_point);
      in_place = in_place && small != 0;
      append_utf8(one, small == 0 ? c.code_point : small);
      for (std::size_t k = 0; k < one.size(); ++k) folded[i + k] = one[k];
      i += c.size;
    }
  }
  return in_place;
}

}  // namespace boctach
