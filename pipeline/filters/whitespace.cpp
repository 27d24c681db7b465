#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "filters/factories.h"
#include "filters/signs.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Words before a full stop that a capital may follow without a space, lower case.
constexpr std::array<std::string_view, 10> abbreviations{"ths", "pgs", "tskh", "bscki", "ngnd", "nsnd", "ngut", "nsut", "mrs", "www"};

// A longer run of letters is no sentence's end; the bound keeps the walk linear.
constexpr std::size_t longest_run = 96;

// True for a lead byte that is neither white space nor a stop.
bool surely_in_token(char byte) {
  const auto b = static_cast<unsigned char>(byte);
  return (b > ' ' && b < 0x7F && b != '.' && b != '!' && b != '?') || (b >= 0xC3 && b <= 0xDF);
}

// Walks one text. Between two changes nothing is copied.
class Spacer {
 public:
  explicit Spacer(TextEditor& editor) : editor_(editor), text_(editor.input()) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (surely_in_token(text_[at])) {
        at += static_cast<unsigned char>(text_[at]) < 0x80 ? 1 : 2;
        continue;
      }
      if (is_vietnamese_triple(text_, at)) {
        at += 3;
        continue;
      }
      if (text_[at] == ' ' && at > 0 && at + 1 < text_.size() && surely_in_token(text_[at + 1])) {
        token_begin_ = ++at;
        continue;
      }
      const Decoded c = decode(text_, at);
      if (is_space(c.code_point)) {
        at = fold_gap(at);
        continue;
      }
      at += c.size;
      if ((c.code_point == U'.' || c.code_point == U'!' || c.code_point == U'?') && is_glued(at - c.size)) {
        editor_.keep_until(at);
        editor_.replace(0, " ");
        token_begin_ = at;
      }
    }
  }

 private:
  // A run of white space: line feeds if it holds any (two at most), else a
  // space; nothing at the start of the text, one line feed at most at its end.
  std::size_t fold_gap(std::size_t begin) {
    std::size_t end = begin;
    std::size_t feeds = 0;
    for (; end < text_.size(); end += decode(text_, end).size) {
      const char32_t c = decode(text_, end).code_point;
      if (!is_space(c)) break;
      feeds += c == U'\n' ? 1 : 0;
    }
    token_begin_ = end;
    const bool inside = begin > 0 && end < text_.size();
    std::string_view gap = inside ? " " : "";
    if (feeds > 0 && begin > 0) gap = feeds > 1 && inside ? "\n\n" : "\n";
    if (text_.substr(begin, end - begin) != gap) {
      editor_.keep_until(begin);
      editor_.replace(end - begin, gap);
    }
    return end;
  }

  // [small letter][stop][capital][small letter]: two sentences without a space.
  [[nodiscard]] bool is_glued(std::size_t stop) const {
    const std::size_t next = stop + 1;
    if (stop == token_begin_ || next >= text_.size() || stop - token_begin_ > longest_run) return false;
    const Decoded first = decode(text_, next);
    if (!is_upper(first.code_point) || next + first.size >= text_.size()) return false;
    const char32_t second = decode(text_, next + first.size).code_point;
    if (!is_lower(second) && !is_space(second)) return false;
    if (!is_lower(decode_before(text_, stop).code_point)) return false;
    const std::string_view token = text_.substr(token_begin_, stop - token_begin_);
    return token.find_first_of(".@/:") == std::string_view::npos && ends_sentence(token) && !is_address(next);
  }

  // The last word of a sentence: long enough, and no abbreviation.
  static bool ends_sentence(std::string_view token) {
    std::size_t begin = token.size();
    while (begin > 0 && is_letter(decode_before(token, begin).code_point)) begin -= decode_before(token, begin).size;
    const std::string_view word = token.substr(begin);
    if (count_code_points(word) <= 2) return false;
    return std::find(abbreviations.begin(), abbreviations.end(), to_lower(word)) == abbreviations.end();
  }

  // What goes on without a space belongs to an e-mail or a path.
  [[nodiscard]] bool is_address(std::size_t at) const {
    for (const std::size_t limit = std::min(at + longest_run, text_.size()); at < limit; at += decode(text_, at).size) {
      const char32_t c = decode(text_, at).code_point;
      if (is_space(c)) return false;
      if (c == U'@' || c == U'/') return true;
    }
    return false;
  }

  TextEditor& editor_;
  std::string_view text_;
  std::size_t token_begin_ = 0;  // behind the last white space, kept or written
};

// One space for every run of white space, none at the ends of lines, at most
// one blank line; and a space between two sentences that were glued together.
class Whitespace final : public Filter {
 public:
  [[nodiscard]] std::string_view name() const override { return "whitespace"; }
  [[nodiscard]] Signs looks_for() const override { return sign::spacing; }

  void apply(TextEditor& editor, Diagnostics& /*notes*/) const override { Spacer(editor).run(); }
};

}  // namespace

std::unique_ptr<Filter> make_whitespace() { return std::make_unique<Whitespace>(); }

}  // namespace boctach
