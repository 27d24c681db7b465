#include "text/syllable.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "text/unicode.h"

namespace boctach {
namespace {

// Letters as people type them: aw, aa, dd, ee, oo, ow, uw are the letters with
// a breve, a circumflex, a horn or a stroke.
constexpr std::array<std::string_view, 166> rhymes{
    "a",     "aac",   "aam",   "aan",  "aang",  "aap",   "aat",  "aau",   "aay",   "ac",    "ach",   "ai",    "am",    "an",
    "ang",   "anh",   "ao",    "ap",   "at",    "au",    "awc",  "awm",   "awn",   "awng",  "awp",   "awt",   "ay",    "e",
    "ec",    "ee",    "eech",  "eem",  "een",   "eenh",  "eep",  "eet",   "eeu",   "em",    "en",    "eng",   "eo",    "ep",
    "et",    "i",     "ia",    "ich",  "ieec",  "ieem",  "ieen", "ieeng", "ieep",  "ieet",  "ieeu",  "im",    "in",    "inh",
    "ip",    "it",    "iu",    "o",    "oa",    "oac",   "oach", "oai",   "oam",   "oan",   "oang",  "oanh",  "oao",   "oap",
    "oat",   "oawc",  "oawm",  "oawn", "oawng", "oawt",  "oay",  "oc",    "oe",    "oem",   "oen",   "oeo",   "oet",   "oi",
    "om",    "on",    "ong",   "oo",   "ooc",   "ooi",   "oom",  "oon",   "oong",  "oooc",  "ooong", "oop",   "oot",   "op",
    "ot",    "ow",    "owi",   "owm",  "own",   "owp",   "owt",  "u",     "ua",    "uaan",  "uaang", "uaat",  "uaay",  "uc",
    "uee",   "ueech", "ueenh", "ui",   "um",    "un",    "ung",  "uooc",  "uooi",  "uoom",  "uoon",  "uoong", "uoot",  "uow",
    "up",    "ut",    "uw",    "uwa",  "uwc",   "uwi",   "uwm",  "uwn",   "uwng",  "uwowc", "uwowi", "uwowm", "uwown", "uwowng",
    "uwowp", "uwowt", "uwowu", "uwt",  "uwu",   "uy",    "uya",  "uych",  "uyeen", "uyeet", "uyn",   "uynh",  "uyp",   "uyt",
    "uyu",   "y",     "ych",   "yeem", "yeen",  "yeeng", "yeet", "yeeu",  "yn",    "ynh",   "yt",    "yu"};

constexpr std::array<std::string_view, 28> onsets{"",  "b",  "c",   "ch", "d", "dd", "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
                                                  "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x"};

struct TypedVowel {
  std::string_view typed;
  std::array<char32_t, 6> tones;  // none, grave, hook, tilde, acute, dot below
};

constexpr std::array<TypedVowel, 12> vowels{{{"a", {U'a', 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1}},
                                             {"aw", {0x103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7}},
                                             {"aa", {0xE2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD}},
                                             {"e", {U'e', 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9}},
                                             {"ee", {0xEA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7}},
                                             {"i", {U'i', 0xEC, 0x1EC9, 0x129, 0xED, 0x1ECB}},
                                             {"o", {U'o', 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD}},
                                             {"oo", {0xF4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9}},
                                             {"ow", {0x1A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3}},
                                             {"u", {U'u', 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5}},
                                             {"uw", {0x1B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1}},
                                             {"y", {U'y', 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5}}}};

constexpr std::uint8_t first_stopped_tone = 4;  // acute and dot below go with a stop
constexpr std::size_t longest = 7;              // letters: nghieng

// A letter's place in `vowels`, from 1 (0: it is no vowel), and its tone.
struct Place {
  std::uint8_t vowel;
  std::uint8_t tone;
};

constexpr char32_t first_tall = 0x1EA0;

constexpr std::size_t slot(char32_t c) { return c < 0x200 ? c : c >= first_tall && c < 0x1F00 ? 0x200 + (c - first_tall) : 0; }

constexpr auto places = [] {
  std::array<Place, 0x260> result{};
  for (std::size_t v = 0; v < vowels.size(); ++v) {
    for (std::size_t t = 0; t < 6; ++t) result[slot(vowels[v].tones[t])] = {static_cast<std::uint8_t>(v + 1), static_cast<std::uint8_t>(t)};
  }
  return result;
}();

// A word taken apart: how its letters are typed without tones, and its tone.
struct Typed {
  std::string letters;
  std::uint8_t tone = 0;
};

bool type(std::string_view word, Typed& typed) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded decoded = decode(word, at);
    at += decoded.size;
    const char32_t c = vietnamese_lower(decoded.code_point);
    if (++count > longest) return false;
    const Place place = places[slot(c)];
    if (place.vowel != 0) {
      typed.letters += vowels[place.vowel - 1U].typed;
      if (place.tone != 0 && typed.tone != 0) return false;
      typed.tone = std::max(typed.tone, place.tone);
    } else if (c == 0x111) {
      typed.letters += "dd";
    } else if (c >= U'b' && c <= U'x' && c != U'f' && c != U'j' && c != U'w') {
      typed.letters += static_cast<char>(c);
    } else {
      return false;
    }
  }
  return true;
}

bool is_stopped(std::string_view rhyme) {
  return rhyme.back() == 'c' || rhyme.back() == 'p' || rhyme.back() == 't' ||
         rhyme.substr(rhyme.size() - std::min<std::size_t>(2, rhyme.size())) == "ch";
}

// Never part of a word: ASCII but letters, spaces, what cannot be seen.
bool is_gap(char32_t c) {
  if (c < 0x80) return !is_letter(c);
  return c == 0xA0 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F);
}

// Quotes, dashes and the like. Inside a word they are bytes of a letter that
// somebody read wrongly.
bool is_punctuation(char32_t c) { return c == 0xAB || c == 0xBB || (c >= 0x2010 && c <= 0x205E); }

bool is_gap_at(std::string_view text, std::size_t at) { return at >= text.size() || is_gap(decode(text, at).code_point); }

}  // namespace

bool is_syllable(std::string_view word) {
  Typed typed;
  if (!type(word, typed)) return false;
  const std::string_view letters = typed.letters;
  for (const std::string_view onset : onsets) {
    if (letters.substr(0, onset.size()) != onset) continue;
    const std::string_view rhyme = letters.substr(onset.size());
    if (std::binary_search(rhymes.begin(), rhymes.end(), rhyme) && (!is_stopped(rhyme) || typed.tone >= first_stopped_tone)) return true;
  }
  return false;
}

SyllableCount count_syllables(std::string_view text) {
  SyllableCount count;
  std::size_t begin = 0;
  std::size_t letters = 0;
  bool tells = false;
  const auto end_word = [&](std::size_t end) {
    if (tells && letters > 1) {
      ++count.words;
      if (is_syllable(text.substr(begin, end - begin))) ++count.valid;
    }
    tells = false;
    letters = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (is_gap(c.code_point) || (is_punctuation(c.code_point) && (letters == 0 || is_gap_at(text, at + c.size)))) {
      end_word(at);
      begin = at + c.size;
    } else {
      tells = tells || c.code_point >= 0x80;
      ++letters;
    }
    at += c.size;
  }
  end_word(text.size());
  return count;
}

}  // namespace boctach
