#ifndef BOCTACH_TEXT_UNICODE_H_
#define BOCTACH_TEXT_UNICODE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// Code points of UTF-8. All functions but decode() and is_valid_utf8() want valid UTF-8.

// What stands where there is no character to show.
constexpr char32_t replacement_character = 0xFFFD;

struct Decoded {
  char32_t code_point = 0;  // the replacement character where the bytes are not UTF-8
  std::size_t size = 0;     // bytes consumed; at least 1. A bad stretch is the
                            // maximal subpart of Unicode chapter 3.9 (never eats a good lead byte)
  bool valid = true;
};

// What decode() does with all characters but ASCII, and need not be asked for those of Vietnamese.
Decoded decode_beyond_ascii(std::string_view text, std::size_t position);
// The code point at `position`, which must lie in `text`.
inline Decoded decode(std::string_view text, std::size_t position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
  const auto goes_on = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80; };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  // The letters of Vietnamese.
  if (lead >= 0xC3 && lead <= 0xC6 && text.size() - position >= 2 && goes_on(1)) return {(lead & 0x1FU) << 6 | (byte(1) & 0x3FU), 2, true};
  if (lead == 0xE1 && text.size() - position >= 3 && goes_on(1) && goes_on(2)) {
    return {0x1000U | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), 3, true};
  }
  return decode_beyond_ascii(text, position);
}
// True if a character of U+1E80 to U+1EFF stands at `position`, three bytes: letters all of them, most of them with two marks, as
// Vietnamese has them.
inline bool is_vietnamese_triple(std::string_view text, std::size_t position) {
  return static_cast<unsigned char>(text[position]) == 0xE1 && (static_cast<unsigned char>(text[position + 1]) & 0xFEU) == 0xBA;
}
// The code point that ends at `position` (> 0).
Decoded decode_before(std::string_view text, std::size_t position);
void append_utf8(std::string& out, char32_t code_point);
bool is_valid_utf8(std::string_view text);
std::size_t count_code_points(std::string_view text);
std::size_t count_utf16_units(std::string_view text);
// The byte position n code points before or behind `position`, stopping at the ends.
std::size_t back(std::string_view text, std::size_t position, std::size_t code_points);
std::size_t forward(std::string_view text, std::size_t position, std::size_t code_points);

bool is_letter(char32_t c);  // L
bool is_mark(char32_t c);    // M
bool is_digit(char32_t c);   // Nd
bool is_upper(char32_t c);   // Lu, Lt
bool is_lower(char32_t c);   // Ll
bool is_space(char32_t c);   // White_Space
bool is_word(char32_t c);    // letter, mark or number
// True if a letter or a mark stands at `position`; at the end of the text there is none.
bool is_letter_at(std::string_view text, std::size_t position);

// The letter in lower case without its marks; d for the d with stroke.
char32_t base_letter(char32_t c);

// The other case of a Vietnamese letter (ASCII included); other characters stay.
char32_t vietnamese_lower(char32_t c);
char32_t vietnamese_upper(char32_t c);

// NFC of `text`. Clean precomposed UTF-8 is recognised without a call to ICU.
std::string to_nfc(std::string_view text);
// True if a scan of the lead bytes shows that text is surely NFC (false: unknown).
bool surely_nfc(std::string_view text);
std::string to_lower(std::string_view text);  // full Unicode, root locale
std::string to_upper(std::string_view text);

// True if a word (letters, marks, digits, an apostrophe between letters) does
// not run across `position`: the exact word edge of rules.
bool is_word_edge(std::string_view text, std::size_t position);

// Of Unicode and of ICU as they are on this machine: "15.0, 72.1".
std::string unicode_versions();

}  // namespace boctach

#endif  // BOCTACH_TEXT_UNICODE_H_
