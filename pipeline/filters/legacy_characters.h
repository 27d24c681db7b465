#ifndef BOCTACH_FILTERS_LEGACY_CHARACTERS_H_
#define BOCTACH_FILTERS_LEGACY_CHARACTERS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// A character on its way from one encoding to another, and how many bytes of
// the text as it came it stands for: the sizes of a row add up to the text.
struct Character {
  char32_t code_point = 0;
  std::uint32_t size = 0;
};

using Characters = std::vector<Character>;

// The characters of a text that is valid UTF-8; of other bytes each as
// windows-1252 has it.
Characters read_characters(std::string_view text, bool valid);

std::string text_of(const Characters& characters);

// The byte somebody read as this character, taking it for windows-1252 or
// Latin-1; none if neither has the character.
std::optional<std::uint8_t> byte_of(char32_t code_point);

// Vietnamese has these letters in Latin-1: a with grave, acute, circumflex and
// tilde and so on. By the second byte of C3 xx, from 80: a bit for each.
inline constexpr std::uint64_t latin_of_vietnamese = [] {
  std::uint64_t bits = 0;
  for (const unsigned c :
       {0xC0U, 0xC1U, 0xC2U, 0xC3U, 0xC8U, 0xC9U, 0xCAU, 0xCCU, 0xCDU, 0xD2U, 0xD3U, 0xD4U, 0xD5U, 0xD9U, 0xDAU, 0xDDU}) {
    bits |= std::uint64_t{1} << (c - 0xC0);
    bits |= std::uint64_t{1} << (c + 0x20 - 0xC0);
  }
  return bits;
}();

// Signs of Latin-1 that Vietnamese text has for what they are: a space without
// break, a soft hyphen, quotes, degrees, squares and the like. C2 xx, from 80.
inline constexpr std::uint64_t signs_of_vietnamese = [] {
  std::uint64_t bits = 0;
  for (const unsigned c : {0xA0U, 0xA7U, 0xA9U, 0xABU, 0xADU, 0xB0U, 0xB1U, 0xB2U, 0xB3U, 0xB7U, 0xBBU, 0xBDU})
    bits |= std::uint64_t{1} << (c - 0x80);
  return bits;
}();

// Letters with two bytes that count as odd: other signs of Latin-1, its letters
// that are not Vietnamese, and the further letters of windows-1252.
constexpr bool is_odd_letter(std::uint8_t lead, std::uint8_t second) {
  if (lead == 0xC3) return ((latin_of_vietnamese >> (second & 0x3FU)) & 1U) == 0;
  if (lead == 0xC2) return ((signs_of_vietnamese >> (second & 0x3FU)) & 1U) == 0;
  if (lead == 0xC5) return second == 0x92 || second == 0x93 || second == 0xA0 || second == 0xA1 || second >= 0xB8;
  return (lead == 0xC6 && second == 0x92) || (lead == 0xCB && (second == 0x86 || second == 0x9C));
}

// Characters that Vietnamese text in UTF-8 hardly has, but text in a wrong
// encoding has all over: signs and foreign letters of Latin-1.
struct OddCharacters {
  bool valid = true;  // the text is UTF-8; if not, nothing was counted
  std::size_t count = 0;
};

OddCharacters odd_characters(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_FILTERS_LEGACY_CHARACTERS_H_
