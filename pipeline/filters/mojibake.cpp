#include "filters/mojibake.h"

#include <algorithm>
#include <array>
#include <string>

#include "boctach/span.h"
#include "text/syllable.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Letters, and a quotation mark, whose last byte may be lost, by the bytes that are left.
struct CutLetters {
  std::string_view lead;
  char32_t with_space;  // the letter whose last byte is A0, a space without break; 0: hardly ever written
  std::array<char32_t, 6> candidates;
};

constexpr std::array<CutLetters, 6> cut_letters{{{"\xC3", 0xE0, {0xED, 0xC1, 0xCD, 0xDD}},
                                                 {"\xC4", 0, {0x110}},
                                                 {"\xC6", 0x1A0, {}},
                                                 {"\xE1\xBA", 0x1EA0, {0x1EAD}},
                                                 {"\xE2\x80", 0, {0x201D}},
                                                 {"\xE1\xBB", 0, {0x1EC1, 0x1ECF, 0x1ECD, 0x1EDD, 0x1EED, 0x1ED0}}}};

// A lost letter until its word is known: lost_mark + index into cut_letters.
// No text has such a character.
constexpr char32_t lost_mark = 0x110000;

// No syllable has more letters.
constexpr std::size_t longest_word = 7;

// Where several letters make a syllable: words that are hardly ever another one,
// counted in news (the others were less than one in thirty).
constexpr std::array<std::string_view, 16> usual_words{"v\u1EC1",       "\u0111\u1EC1",  "th\u1EDDi", "tr\u1ECDng", "x\u1EED",  "s\u1EED",
                                                       "\u0111\u1EDDi", "\u0111\u1EC1u", "h\u1ECDp",  "l\u1EDDi",   "gi\u1EDD", "h\u1ECD",
                                                       "n\u1EC1n",      "ch\u1ECDn",     "h\u1ECFi",  "ch\u00EDnh"};

bool is_usual(const std::string& word) { return std::find(usual_words.begin(), usual_words.end(), to_lower(word)) != usual_words.end(); }

bool is_lost(char32_t c) { return c >= lost_mark && c < lost_mark + cut_letters.size(); }

bool belongs_to_word(char32_t c) { return is_letter(c) || is_lost(c); }

class Reader {
 public:
  explicit Reader(const Characters& from) : from_(from) {}

  Characters run() {
    while (at_ < from_.size()) {
      if (!sequence()) {
        to_.push_back(from_[at_]);
        ++at_;
      }
    }
    for (std::size_t i = 0; i < to_.size(); ++i) {
      if (is_lost(to_[i].code_point)) restore(i);
    }
    return std::move(to_);
  }

 private:
  // One letter out of the bytes that stand here; false if there is none.
  bool sequence() {
    const auto lead = byte_of(from_[at_].code_point);
    if (!lead || *lead < 0xC2 || *lead > 0xF4) return false;
    std::string bytes(1, static_cast<char>(*lead));
    for (std::size_t i = at_ + 1; i < from_.size() && bytes.size() < 4; ++i) {
      const auto byte = byte_of(from_[i].code_point);
      if (!byte || (*byte & 0xC0U) != 0x80U) break;
      bytes += static_cast<char>(*byte);
    }
    const Decoded letter = decode(bytes, 0);
    if (letter.valid) {
      write(letter.code_point, letter.size);
      return true;
    }
    for (std::size_t i = 0; i < cut_letters.size(); ++i) {
      if (cut_letters[i].lead == bytes) return incomplete(i);
    }
    return false;
  }

  bool incomplete(std::size_t index) {
    const CutLetters& cut = cut_letters[index];
    const std::size_t next = at_ + cut.lead.size();
    if (cut.with_space != 0 && next < from_.size() && from_[next].code_point == U' ') {
      write(cut.with_space, cut.lead.size() + 1);
      return true;
    }
    if (cut.candidates[0] == 0) return false;
    const bool shown = next < from_.size() && from_[next].code_point == replacement_character;
    const bool only = cut.candidates[1] == 0;
    write(only ? cut.candidates[0] : lost_mark + static_cast<char32_t>(index), cut.lead.size() + (shown ? 1 : 0));
    return true;
  }

  void write(char32_t code_point, std::size_t characters) {
    Character written{code_point, 0};
    for (; characters > 0; --characters) written.size += from_[at_++].size;
    to_.push_back(written);
  }

  // The one candidate that makes a syllable of the word around it, or the usual one.
  void restore(std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < longest_word && belongs_to_word(to_[begin - 1].code_point)) --begin;
    std::size_t end = at + 1;
    while (end < to_.size() && end - at <= longest_word && belongs_to_word(to_[end].code_point)) ++end;
    char32_t found = 0;
    std::size_t fitting = 0;
    char32_t usual = 0;
    for (const char32_t candidate : cut_letters[to_[at].code_point - lost_mark].candidates) {
      if (candidate == 0) continue;
      const std::string word = spelt(candidate, at, {begin, end});
      if (!is_syllable(word)) continue;
      found = candidate;
      ++fitting;
      if (is_usual(word)) usual = candidate;
    }
    to_[at].code_point = fitting == 1 ? found : usual != 0 ? usual : replacement_character;
  }

  // The word with that letter at `at`; empty if it would mix capitals and small letters.
  [[nodiscard]] std::string spelt(char32_t candidate, std::size_t at, Span word) const {
    std::string letters;
    for (std::size_t i = word.begin; i < word.end; ++i) {
      const char32_t c = i == at ? candidate : to_[i].code_point;
      const bool wrong = is_upper(candidate) ? is_lower(c) && at != word.begin : is_upper(c) && i > word.begin;
      if (wrong && i != at) return {};
      append_utf8(letters, c);
    }
    return letters;
  }

  const Characters& from_;
  std::size_t at_ = 0;
  Characters to_;
};

}  // namespace

Characters undo_mojibake(const Characters& from) { return Reader(from).run(); }

}  // namespace boctach
