#include "text/fold_scan.h"

#include <array>
#include <cstdint>

namespace boctach {
namespace {

// What was read last. From Here on: where to look, at this byte or at the character before it.
enum State : std::uint8_t { Plain, Vowel, Space, C3, C4, Two, E1, SpaceE1, E1BA, E1BB, Here, Back };
constexpr std::size_t states = Here;

// How far before the byte that led to Back the character starts that is to be looked at.
constexpr std::array<std::uint8_t, states> bytes_back{0, 1, 1, 1, 1, 1, 1, 2, 2, 2};

// Where a byte leads that starts a character.
constexpr State first_byte(std::size_t byte) {
  constexpr std::string_view vowels = "oOuU";  // the letter behind them may bear the tone of both
  constexpr std::string_view looked_at = "\"'0123456789";
  if (byte == ' ') return Space;
  if (byte == 0xC3) return C3;
  if (byte == 0xC4) return C4;
  if (byte >= 0xC5 && byte <= 0xC9) return Two;
  if (byte == 0xE1) return E1;
  const bool printed = byte > ' ' && byte < 0x7F;
  if (printed && vowels.find(static_cast<char>(byte)) != std::string_view::npos) return Vowel;
  if (printed && looked_at.find(static_cast<char>(byte)) != std::string_view::npos) return Here;
  return printed || byte == '\n' ? Plain : Here;
}

constexpr State next_state(State state, std::size_t byte) {
  switch (state) {
    case Vowel:
      return byte < 0x80 ? first_byte(byte) : Back;
    case Space:  // one alone stays
      if (byte == 0xE1) return SpaceE1;
      return byte == '\n' || (byte > ' ' && byte < 0x7F) || (byte >= 0xC3 && byte <= 0xC9) ? first_byte(byte) : Back;
    case C3:  // neither an eth nor an i with a tone
      return byte == 0x90 || byte == 0xB0 || (byte & 0xDE) == 0x8C ? Back : Plain;
    case C4:  // not the i with a tilde
      return (byte & 0xFE) == 0xA8 ? Back : Plain;
    case E1:
    case SpaceE1:
      return byte == 0xBA ? E1BA : byte == 0xBB ? E1BB : Back;
    case E1BB:  // neither i with a hook nor with a dot
      return (byte & 0xFC) == 0x88 ? Back : Plain;
    case Two:
    case E1BA:
      return Plain;
    default:
      return first_byte(byte);
  }
}

constexpr std::array<std::array<State, 256>, states> next = [] {
  std::array<std::array<State, 256>, states> table{};
  for (std::size_t state = 0; state < states; ++state) {
    for (std::size_t byte = 0; byte < 256; ++byte) table[state][byte] = next_state(static_cast<State>(state), byte);
  }
  return table;
}();

}  // namespace

std::size_t find_foldable(std::string_view text, std::size_t from) {
  State state = Plain;
  for (std::size_t at = from; at < text.size(); ++at) {
    const State to = next[state][static_cast<unsigned char>(text[at])];
    if (to == Here) return at;
    if (to == Back) return at - bytes_back[state];
    state = to;
  }
  return state == Space ? text.size() - 1 : text.size();
}

}  // namespace boctach
