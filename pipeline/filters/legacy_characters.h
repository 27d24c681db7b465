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

// Characters that Vietnamese text in UTF-8 hardly has, but text in a wrong
// encoding has all over: signs and foreign letters of Latin-1.
struct OddCharacters {
  bool valid = true;  // the text is UTF-8; if not, nothing was counted
  std::size_t count = 0;
};

// One pass; it is all that clean text costs.
OddCharacters odd_characters(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_FILTERS_LEGACY_CHARACTERS_H_
