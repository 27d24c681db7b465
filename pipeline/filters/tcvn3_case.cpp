#include "filters/tcvn3_case.h"

#include <string>

#include "boctach/span.h"
#include "text/syllable.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// What the letters of a word say that have both sizes in TCVN3.
enum class Shape { None, Small, OneCapital, Capitals };

struct Word {
  Span span;  // of the characters
  Shape shape = Shape::None;
  bool syllable = false;  // not an abbreviation, whose neighbours may have any size
  bool opens = false;     // the first of a sentence
};

// Letters with a tone mark have one size only. The others are ASCII, those with
// a breve, a circumflex or a horn, and the d with a stroke.
bool has_both_sizes(char32_t c) {
  const char32_t lower = vietnamese_lower(c);
  return lower < 0x80 || lower == 0x103 || lower == 0xE2 || lower == 0xEA || lower == 0xF4 || lower == 0x1A1 || lower == 0x1B0 ||
         lower == 0x111;
}

bool ends_sentence(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == 0x2026; }

bool may_precede(char32_t c) { return is_space(c) || c == U'"' || c == 0x201C || c == U'-' || c == U'+' || c == U'*' || c == U'('; }

class Caser {
 public:
  explicit Caser(Characters& text) : text_(text) {
    bool opens = true;
    bool colon = false;  // a quotation behind it opens a sentence
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = word_end(at);
      if (end > at) {
        words_.push_back(word_of({at, end}, opens));
        opens = false;
        colon = false;
        at = end;
        continue;
      }
      const char32_t c = text_[at].code_point;
      opens = ends_sentence(c) || (opens && may_precede(c)) || (colon && (c == U'"' || c == 0x201C));
      colon = c == U':' || (colon && is_space(c));
      ++at;
    }
  }

  void run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Word& word = words_[i];
      if (is_capital(i)) {
        for (std::size_t at = word.span.begin; at < word.span.end; ++at) raise(at);
      } else if (word.opens) {
        raise(word.span.begin);
      }
    }
  }

 private:
  std::size_t word_end(std::size_t at) const {
    while (at < text_.size() && is_letter(text_[at].code_point)) ++at;
    return at;
  }

  Word word_of(Span span, bool opens) const {
    Word word{span, Shape::None, false, opens};
    std::string letters;
    for (std::size_t at = span.begin; at < span.end; ++at) {
      const char32_t c = text_[at].code_point;
      append_utf8(letters, c);
      if (!has_both_sizes(c)) continue;
      if (!is_upper(c)) {
        word.shape = Shape::Small;
      } else if (word.shape != Shape::Small) {
        word.shape = word.shape == Shape::None ? Shape::OneCapital : Shape::Capitals;
      }
    }
    word.syllable = is_syllable(letters);
    return word;
  }

  // A word with one capital is either; its neighbours tell.
  bool is_capital(std::size_t i) const {
    const Shape shape = words_[i].shape;
    const bool before = i > 0 && shouts(words_[i - 1]);
    const bool behind = i + 1 < words_.size() && shouts(words_[i + 1]);
    if (shape == Shape::OneCapital) return before || behind;
    if (shape == Shape::None) return (before || i == 0) && (behind || i + 1 == words_.size()) && (before || behind);
    return shape == Shape::Capitals;
  }

  static bool shouts(const Word& word) { return word.shape == Shape::Capitals && word.syllable; }

  void raise(std::size_t at) { text_[at].code_point = vietnamese_upper(text_[at].code_point); }

  Characters& text_;
  std::vector<Word> words_;
};

}  // namespace

void restore_capitals(Characters& text) { Caser(text).run(); }

}  // namespace boctach
