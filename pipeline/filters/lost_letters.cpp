#include <algorithm>
#include <string>

#include "filters/factories.h"
#include "filters/signs.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t fewest_spoilt = 2;

// Where question marks stand and bytes that may begin U+FFFD.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text), mark_(find('?', 0)), other_(find('\xEF', 0)) {}

  std::size_t next(std::size_t at) {
    if (mark_ < at) mark_ = find('?', at);
    if (other_ < at) other_ = find('\xEF', at);
    return std::min(mark_, other_);
  }

 private:
  [[nodiscard]] std::size_t find(char c, std::size_t at) const { return std::min(text_.find(c, at), text_.size()); }

  std::string_view text_;
  std::size_t mark_;
  std::size_t other_;
};

// Counts the lines whose letters somebody replaced by question marks and that
// nothing can restore ("L?y l?i"), and changes nothing: the note on the article
// says how far its text can be trusted.
class LostLetters final : public Filter {
 public:
  [[nodiscard]] std::string_view name() const override { return "lost-letters"; }
  [[nodiscard]] Signs looks_for() const override { return sign::lost_letter | sign::guard; }

  void apply(TextEditor& editor, Diagnostics& notes) const override {
    const std::string_view text = editor.input();
    std::size_t lines = 0;
    Places places(text);
    for (std::size_t at = places.next(0); at < text.size(); at = places.next(at)) {
      const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
      const std::size_t end = std::min(text.find('\n', at), text.size());
      if (is_destroyed(text.substr(begin, end - begin))) ++lines;
      at = end;
    }
    if (lines > 0) notes.note("N105", "lines with letters that are lost for good: " + std::to_string(lines));
  }

 private:
  static bool is_destroyed(std::string_view line) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < line.size() && words < fewest_spoilt;) {
      std::size_t end = at;
      while (end < line.size() && line[end] != ' ' && line[end] != '\t') ++end;
      if (is_spoilt(line.substr(at, end - at))) ++words;
      at = end + 1;
    }
    return words >= fewest_spoilt;
  }

  // A word with a sign between two letters, or with U+FFFD behind one; an
  // address or a formula is none, and a capital behind the sign starts a sentence.
  static bool is_spoilt(std::string_view word) {
    bool spoilt = false;
    bool letter_before = false;
    bool sign = false;
    for (std::size_t at = 0; at < word.size();) {
      const Decoded c = decode(word, at);
      at += c.size;
      const bool letter = is_letter(c.code_point);
      spoilt = spoilt || (sign && letter && !is_upper(c.code_point)) || (c.code_point == replacement_character && letter_before);
      sign = (c.code_point == U'?' || c.code_point == replacement_character) && (letter_before || sign);
      if (!letter && !sign && c.code_point != U'.' && c.code_point != U',') return false;
      letter_before = letter;
    }
    return spoilt;
  }
};

}  // namespace

std::unique_ptr<Filter> make_lost_letters() { return std::make_unique<LostLetters>(); }

}  // namespace boctach
