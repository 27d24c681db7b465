#include "text/spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "text/unicode.h"

namespace boctach {
namespace {

// A vowel, plain and with the five tone marks.
using Tones = std::array<char32_t, 6>;
constexpr std::array<Tones, 10> pair_vowels{{{U'a', 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1},
                                             {U'e', 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9},
                                             {U'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD},
                                             {U'u', 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5},
                                             {U'y', 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5},
                                             {U'A', 0xC0, 0xC1, 0x1EA2, 0xC3, 0x1EA0},
                                             {U'E', 0xC8, 0xC9, 0x1EBA, 0x1EBC, 0x1EB8},
                                             {U'O', 0xD2, 0xD3, 0x1ECE, 0xD5, 0x1ECC},
                                             {U'U', 0xD9, 0xDA, 0x1EE6, 0x168, 0x1EE4},
                                             {U'Y', 0x1EF2, 0xDD, 0x1EF6, 0x1EF8, 0x1EF4}}};

const Tones* tones_of(char32_t plain) {
  for (const Tones& tones : pair_vowels) {
    if (tones[0] == plain) return &tones;
  }
  return nullptr;
}

// The plain vowel and the tone (1 to 5) of a letter; tone 0 if it has none.
std::pair<char32_t, std::size_t> without_tone(char32_t letter) {
  for (const Tones& tones : pair_vowels) {
    const auto found = std::find(tones.begin() + 1, tones.end(), letter);
    if (found != tones.end()) return {tones[0], static_cast<std::size_t>(found - tones.begin())};
  }
  return {letter, 0};
}

char32_t lower_vowel(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }

bool is_open_pair(char32_t first, char32_t second, char32_t before) {
  first = lower_vowel(first);
  second = lower_vowel(second);
  if (first == U'o') return second == U'a' || second == U'e';
  return first == U'u' && second == U'y' && before != U'q' && before != U'Q';
}

// If the tone mark of an open oa, oe, uy at `at` sits on the second vowel: the
// bytes of the pair, and in `moved` the pair with the mark on the first; else 0.
std::size_t move_tone(std::string_view text, std::size_t at, std::string& moved) {
  if (std::string_view("oOuU").find(text[at]) == std::string_view::npos) return 0;
  const Decoded first = decode(text, at);
  const Tones* tones = tones_of(first.code_point);
  if (tones == nullptr || at + first.size >= text.size()) return 0;
  const Decoded second = decode(text, at + first.size);
  const auto [plain, tone] = without_tone(second.code_point);
  const char32_t before = at > 0 ? decode_before(text, at).code_point : U' ';
  const std::size_t size = first.size + second.size;
  if (tone == 0 || !is_open_pair(first.code_point, plain, before) || is_letter_at(text, at + size)) return 0;
  moved.clear();
  append_utf8(moved, (*tones)[tone]);
  append_utf8(moved, plain);
  return size;
}

// Syllables that are written with i or with y, as one likes: the letters before
// the vowel, the i with its tone, and the y it becomes.
struct Spelling {
  std::string_view onset;
  char32_t with_i;
  char32_t with_y;
};

constexpr std::array<Spelling, 9> spellings{{{"k", 0xEC, 0x1EF3},
                                             {"k", 0x1EC9, 0x1EF7},
                                             {"k", 0x129, 0x1EF9},
                                             {"k", 0xED, 0xFD},
                                             {"t", 0x1EC9, 0x1EF7},
                                             {"l", 0xED, 0xFD},
                                             {"m", 0x129, 0x1EF9},
                                             {"s", 0x129, 0x1EF9},
                                             {"qu", 0xED, 0xFD}}};

// The y for an i at `at` that ends such a syllable, in its case; else 0.
char32_t with_y(std::string_view text, std::size_t at, const Decoded& c) {
  const char32_t lower = vietnamese_lower(c.code_point);
  if ((lower != 0xEC && lower != 0xED && lower != 0x129 && lower != 0x1EC9) || is_letter_at(text, at + c.size)) return 0;
  for (const Spelling& spelling : spellings) {
    if (spelling.with_i != lower || at < spelling.onset.size()) continue;
    const std::size_t begin = at - spelling.onset.size();
    bool same = true;
    for (std::size_t i = 0; i < spelling.onset.size(); ++i) {
      same = same && vietnamese_lower(static_cast<unsigned char>(text[begin + i])) == static_cast<unsigned char>(spelling.onset[i]);
    }
    if (!same || (begin > 0 && is_letter_at(text, back(text, begin, 1)))) continue;
    return lower == c.code_point ? spelling.with_y : vietnamese_upper(spelling.with_y);
  }
  return 0;
}

}  // namespace

std::size_t respell(std::string_view text, std::size_t at, std::string& respelt) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return move_tone(text, at, respelt);
  const Decoded c = decode(text, at);
  const char32_t y = with_y(text, at, c);
  if (y == 0) return 0;
  respelt.clear();
  append_utf8(respelt, y);
  return c.size;
}

std::string fold_tones(std::string_view text) {
  std::string out;
  std::string moved;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = move_tone(text, at, moved);
    const std::size_t step = size > 0 ? size : decode(text, at).size;
    out += size > 0 ? std::string_view(moved) : text.substr(at, step);
    at += step;
  }
  return out;
}

std::string fold_spelling(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    const char32_t y = with_y(text, at, c);
    if (y != 0) append_utf8(out, y);
    if (y == 0) out += text.substr(at, c.size);
    at += c.size;
  }
  return fold_tones(out);
}

}  // namespace boctach
