#include "filters/legacy_characters.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace boctach {
namespace {

// windows-1252 from 80 to 9F; where it has nothing, browsers keep the control character.
constexpr std::array<char16_t, 32> windows{0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                           0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                           0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

constexpr std::uint8_t first_window = 0x80;

std::uint8_t byte_at(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }

bool is_continuation(std::uint8_t byte) { return (byte & 0xC0U) == 0x80U; }

// Vietnamese has these letters in Latin-1: a with grave, acute, circumflex and
// tilde and so on. By the second byte of C3 xx, from 80: a bit for each.
constexpr std::uint64_t latin_of_vietnamese = [] {
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
constexpr std::uint64_t signs_of_vietnamese = [] {
  std::uint64_t bits = 0;
  for (const unsigned c : {0xA0U, 0xA7U, 0xA9U, 0xABU, 0xADU, 0xB0U, 0xB1U, 0xB2U, 0xB3U, 0xB7U, 0xBBU, 0xBDU})
    bits |= std::uint64_t{1} << (c - 0x80);
  return bits;
}();

// Letters with two bytes that count as odd: other signs of Latin-1, its letters
// that are not Vietnamese, and the further letters of windows-1252.
bool is_odd(std::uint8_t lead, std::uint8_t second) {
  if (lead == 0xC3) return ((latin_of_vietnamese >> (second & 0x3FU)) & 1U) == 0;
  if (lead == 0xC2) return ((signs_of_vietnamese >> (second & 0x3FU)) & 1U) == 0;
  if (lead == 0xC5) return second == 0x92 || second == 0x93 || second == 0xA0 || second == 0xA1 || second >= 0xB8;
  return (lead == 0xC6 && second == 0x92) || (lead == 0xCB && (second == 0x86 || second == 0x9C));
}

}  // namespace

Characters read_characters(std::string_view text, bool valid) {
  Characters characters;
  characters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (valid) {
      const Decoded c = decode(text, at);
      characters.push_back({c.code_point, static_cast<std::uint32_t>(c.size)});
      at += c.size;
      continue;
    }
    const std::uint8_t byte = byte_at(text, at++);
    const bool window = byte >= first_window && byte < first_window + windows.size();
    characters.push_back({window ? windows[byte - first_window] : char32_t{byte}, 1});
  }
  return characters;
}

std::string text_of(const Characters& characters) {
  std::string text;
  for (const Character& character : characters) append_utf8(text, character.code_point);
  return text;
}

std::optional<std::uint8_t> byte_of(char32_t code_point) {
  if (code_point < 0x100) return static_cast<std::uint8_t>(code_point);
  const auto found = std::find(windows.begin(), windows.end(), code_point);
  if (found == windows.end()) return std::nullopt;
  return static_cast<std::uint8_t>(first_window + (found - windows.begin()));
}

OddCharacters odd_characters(std::string_view text) {
  OddCharacters odd;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint8_t lead = byte_at(text, at);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    // Most Vietnamese letters, and the lead with no exceptions: three bytes of E1.
    if (lead == 0xE1 && at + 2 < text.size() && is_continuation(byte_at(text, at + 1)) && is_continuation(byte_at(text, at + 2))) {
      at += 3;
      continue;
    }
    const Decoded c = decode(text, at);
    if (!c.valid) return {false, 0};
    if (c.size == 2 && is_odd(lead, byte_at(text, at + 1))) ++odd.count;
    at += c.size;
  }
  return odd;
}

}  // namespace boctach
