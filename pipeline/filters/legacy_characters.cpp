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
    if (c.size == 2 && is_odd_letter(lead, byte_at(text, at + 1))) ++odd.count;
    at += c.size;
  }
  return odd;
}

}  // namespace boctach
