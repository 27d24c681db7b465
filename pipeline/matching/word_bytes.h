#ifndef BOCTACH_MATCHING_WORD_BYTES_H_
#define BOCTACH_MATCHING_WORD_BYTES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace boctach {

// Words as their bytes show them, for what must be quick and may err to one
// side: letters and digits of ASCII and of Vietnamese are surely part of a word.

// What the first byte of a character says of it.
enum class Lead : std::uint8_t { Other, Ascii, Latin, Latin1, Vietnamese };

constexpr std::array<Lead, 256> make_leads() {
  std::array<Lead, 256> leads{};
  for (std::size_t c = '0'; c <= '9'; ++c) leads[c] = Lead::Ascii;
  for (std::size_t c = 'a'; c <= 'z'; ++c) leads[c] = Lead::Ascii;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) leads[c] = Lead::Ascii;
  for (std::size_t c = 0xC4; c <= 0xC6; ++c) leads[c] = Lead::Latin;
  leads[0xC3] = Lead::Latin1;
  leads[0xE1] = Lead::Vietnamese;
  return leads;
}

inline constexpr std::array<Lead, 256> leads = make_leads();

// `text` is valid UTF-8, and a character starts at `at`.
inline bool is_surely_word(std::string_view text, std::size_t at) {
  const Lead lead = leads[static_cast<unsigned char>(text[at])];
  if (lead <= Lead::Latin) return lead != Lead::Other;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return lead == Lead::Latin1 ? next != 0x97 && next != 0xB7 : next == 0xBA || next == 0xBB;
}

// Behind the last character of the word that goes on at `at`, if it surely does.
inline std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Lead lead = leads[static_cast<unsigned char>(text[at])];
    if (lead == Lead::Ascii) {
      ++at;
    } else if (is_surely_word(text, at)) {
      at += lead == Lead::Vietnamese ? 3 : 2;
    } else {
      break;
    }
  }
  return at;
}

// The bytes of the character that starts at `at`.
inline std::size_t size_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace boctach

#endif  // BOCTACH_MATCHING_WORD_BYTES_H_
