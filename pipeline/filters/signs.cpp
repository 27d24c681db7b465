#include "filters/signs.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "filters/legacy_characters.h"

namespace boctach {
namespace {

// What was read last. Stop stands behind a small letter, Hard behind what no sentence ends with; the later ones are inside
// of characters: by what they start with, or how many bytes are still to come.
enum State : std::uint8_t {
  Start,
  Plain,
  Hard,
  Stop,
  Space,
  Feed,
  Feeds,
  One,
  Two,
  C2,
  C3,
  C5,
  C6,
  CB,
  E0,
  E1,
  E1BA,
  E2,
  E280,
  ED,
  F0,
  F1,
  F4
};
constexpr std::size_t states = F4 + 1;

// A step: the state it leads to, and the signs it gives, in the bits that the state leaves free.
using Step = std::uint16_t;
constexpr unsigned state_shift = 8;
constexpr Step state_mask = 0x1FU << state_shift;
static_assert(states <= (state_mask >> state_shift) + 1U);
static_assert((state_mask & (sign::broken | sign::zero | sign::odd_letter | sign::reference | sign::tag | sign::guard | sign::invisible |
                             sign::loose_mark | sign::look_alike | sign::spacing | sign::lost_letter)) == 0);

constexpr Step step(State state, unsigned signs = 0) { return static_cast<Step>(static_cast<unsigned>(state) << state_shift | signs); }

constexpr bool is_between(std::size_t byte, std::size_t first, std::size_t last) { return byte >= first && byte <= last; }

// Where a byte leads that starts a character.
constexpr Step first_step(State from, std::size_t byte) {
  using namespace sign;
  const unsigned glued = from == Stop && (is_between(byte, 'A', 'Z') || (byte >= 0x80 && byte != 0xE2)) ? spacing : 0U;
  if (byte == 0) return step(Plain, zero | invisible);
  if (byte == '\t') return step(Space, spacing);
  if (byte == '\n') {
    if (from == Feed) return step(Feeds);
    return step(Feed, from == Start || from == Space || from == Feeds ? spacing : 0U);
  }
  if (byte < ' ') return step(Plain, invisible | spacing);
  if (byte == ' ') return step(Space, from == Start || from == Space || from == Feed || from == Feeds ? spacing : 0U);
  if (byte == '.' || byte == '!' || byte == '?') return step(from == Plain ? Stop : Hard, byte == '?' ? lost_letter : 0U);
  if (byte == '&') return step(Hard, reference);
  if (byte == '<') return step(Hard, tag);
  if (is_between(byte, 'a', 'z')) return step(Plain);
  if (byte < 0x7F) return step(Hard, glued);
  if (byte == 0x7F) return step(Plain, invisible);
  if (byte < 0xC2 || byte > 0xF4) return step(Plain, broken);
  if (byte == 0xC2) return step(C2, glued);
  if (byte == 0xC3) return step(C3, glued);
  if (byte == 0xC5) return step(C5, glued);
  if (byte == 0xC6) return step(C6, glued);
  if (byte == 0xCB) return step(CB, glued);
  if (byte < 0xCC) return step(One, glued);
  if (byte < 0xCE) return step(One, glued | loose_mark);
  if (byte < 0xD2) return step(One, glued | loose_mark | look_alike);
  if (byte < 0xE0) return step(One, glued | loose_mark | invisible);
  if (byte == 0xE0) return step(E0, glued | loose_mark);
  if (byte == 0xE1) return step(E1, glued);
  if (byte == 0xE2) return step(E2);
  if (byte == 0xE3) return step(Two, loose_mark | spacing);
  if (byte == 0xED) return step(ED, glued | loose_mark);
  if (byte == 0xEF) return step(Two, glued | loose_mark | invisible | guard);
  if (byte < 0xF0) return step(Two, glued | loose_mark);
  return step(byte == 0xF0 ? F0 : byte == 0xF4 ? F4 : F1, glued | loose_mark);
}

// Where a byte leads that goes on with a character.
constexpr Step next_step(State from, std::size_t byte) {
  using namespace sign;
  const auto odd = [byte](std::uint8_t lead) { return is_odd_letter(lead, static_cast<std::uint8_t>(byte)) ? odd_letter : 0U; };
  switch (from) {
    case One:
      return step(Plain);
    case Two:
      return step(One);
    case C2:
      if (byte < 0xA0) return step(Plain, invisible | spacing | odd(0xC2));
      return step(Plain, (byte == 0xA0 ? spacing : 0U) | (byte == 0xAD ? invisible : 0U) | odd(0xC2));
    case C3:
      return step(Plain, (byte == 0x90 || byte == 0xB0 ? look_alike : 0U) | odd(0xC3));
    case C5:
      return step(Plain, odd(0xC5));
    case C6:
      return step(Plain, odd(0xC6));
    case CB:
      return step(Plain, odd(0xCB));
    case E0:
      return byte >= 0xA0 ? step(One) : step(Plain, broken);
    case ED:
      return byte < 0xA0 ? step(One) : step(Plain, broken);
    case E1:
      if (byte == 0xBA) return step(E1BA);
      return step(One, is_between(byte, 0xB8, 0xBB) ? 0U : loose_mark | invisible | spacing);
    case E1BA:
      return step(Plain, byte == 0x9A || byte == 0x9B ? loose_mark : 0U);
    case E2:
      return byte == 0x80 ? step(E280) : step(One, loose_mark | invisible | spacing);
    case E280:
      if (byte <= 0x8A) return step(Hard, loose_mark | spacing);
      if (byte <= 0x8F || is_between(byte, 0xA8, 0xAF)) return step(Hard, invisible | spacing);
      return step(Hard);
    case F0:
      return byte >= 0x90 ? step(Two) : step(Plain, broken);
    case F4:
      return byte < 0x90 ? step(Two) : step(Plain, broken);
    default:
      return step(Two);
  }
}

constexpr std::array<Step, states* 256> steps = [] {
  std::array<Step, states * 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto from = static_cast<State>(i >> 8);
    const std::size_t byte = i & 0xFF;
    if (from < One) {
      table[i] = first_step(from, byte);
    } else {
      table[i] = is_between(byte, 0x80, 0xBF) ? next_step(from, byte) : step(Plain, sign::broken);
    }
  }
  return table;
}();

// A walk over a part of the text, and all that it has met.
struct Walk {
  std::size_t at = 0;
  std::size_t end = 0;
  Step last = step(Start);
  unsigned met = 0;

  void take(char byte) {
    last = steps[(last & state_mask) | static_cast<unsigned char>(byte)];
    met |= last;
  }
  [[nodiscard]] State state() const { return static_cast<State>((last & state_mask) >> state_shift); }
};

// A step waits for the one before it, so walks over several parts of the text go side by side. Where the byte before a part
// is a small letter, every walk that comes there is in the same state.
constexpr std::size_t parts = 4;
constexpr std::size_t smallest_text = 256;

std::size_t part_begin(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_between(static_cast<unsigned char>(text[at - 1]), 'a', 'z')) ++at;
  return at;
}

}  // namespace

Signs signs_of(std::string_view text) {
  std::array<Walk, parts> walks;
  walks[0].end = text.size();
  std::size_t used = 1;
  for (; text.size() >= smallest_text && used < parts; ++used) {
    Walk& before = walks[used - 1];
    const std::size_t begin = part_begin(text, std::max(before.at + 1, used * (text.size() / parts)));
    if (begin == text.size()) break;
    before.end = begin;
    walks[used] = {begin, text.size(), step(Plain), 0};
  }
  if (used == parts) {
    std::size_t together = text.size();
    for (const Walk& walk : walks) together = std::min(together, walk.end - walk.at);
    for (std::size_t i = 0; i < together; ++i) {
      for (Walk& walk : walks) walk.take(text[walk.at + i]);
    }
    for (Walk& walk : walks) walk.at += together;
  }
  unsigned met = 0;
  for (Walk& walk : walks) {
    for (const char byte : text.substr(walk.at, walk.end - walk.at)) walk.take(byte);
    met |= walk.met;
  }
  const State last = walks[used - 1].state();
  if (last == Space || last == Feeds) met |= sign::spacing;
  if (last >= One || (met & sign::broken) != 0) return all_signs;
  return static_cast<Signs>(met & ~unsigned{state_mask});
}

}  // namespace boctach
