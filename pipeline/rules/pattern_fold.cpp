#include "rules/pattern_fold.h"

#include <algorithm>
#include <cstddef>

#include "text/code_spacing.h"
#include "text/fold.h"
#include "text/spelling.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::string_view view_quotes = "\u201C\u201D";

// What is written as in the view stays: there are no other quotes in it.
bool is_foreign_quote(char32_t c) { return is_quote(c) && c != U'\'' && c != 0x201C && c != 0x201D; }

class PatternFolder {
 public:
  explicit PatternFolder(std::string_view pattern) : pattern_(pattern) {}

  std::string fold() {
    while (at_ < pattern_.size()) {
      if (pattern_[at_] == '\\') {
        escape();
      } else if (at_ >= class_end_ && pattern_[at_] == '[') {
        open_class();
      } else {
        fold_letter();
      }
    }
    return std::move(out_);
  }

 private:
  void keep(std::size_t size) {
    out_ += pattern_.substr(at_, size);
    at_ += size;
  }

  // What a backslash takes nothing from is folded without it.
  void escape() {
    const Decoded c = at_ + 1 < pattern_.size() ? decode(pattern_, at_ + 1) : Decoded{0, 0};
    if (c.size > 1 || c.code_point == U'"') {
      ++at_;
      fold_letter();
    } else {
      keep(1 + c.size);
    }
  }

  void open_class() {
    std::size_t end = at_ + 1;
    if (end < pattern_.size() && pattern_[end] == '^') ++end;
    members_ = end;
    // A bracket that stands first is one of the class.
    while (end < pattern_.size() && (end == members_ || pattern_[end] != ']')) {
      if (pattern_.substr(end, 2) == "[:") {
        end = std::min(pattern_.find(":]", end), pattern_.size() - 2) + 2;
      } else {
        end += pattern_[end] == '\\' ? 2 : 1;
      }
    }
    class_end_ = std::min(end, pattern_.size());
    const std::string_view members = pattern_.substr(at_, class_end_ - at_);
    knows_quotes_ = members.find("\u201C") != std::string_view::npos || members.find("\u201D") != std::string_view::npos ||
                    members.find('\'') != std::string_view::npos;
    keep(1);
  }

  void fold_letter() {
    const Decoded c = decode(pattern_, at_);
    const bool in_class = at_ < class_end_;
    if (in_class && ends_a_range(c)) return keep(c.size);
    if (is_dash(c.code_point) && c.code_point != U'-') {
      put(in_class ? "\\-" : "-", c);
    } else if (c.size > 1 && is_space(c.code_point)) {
      put(" ", c);
    } else if (c.code_point == 0xD0 || c.code_point == 0xF0) {
      put(c.code_point == 0xD0 ? "\u0110" : "\u0111", c);
    } else if (is_foreign_quote(c.code_point)) {
      fold_quote(c, in_class);
    } else {
      keep(c.size);
    }
  }

  void fold_quote(const Decoded& c, bool in_class) {
    if (in_class && knows_quotes_) return keep(c.size);
    const bool between_letters = at_ > 0 && is_letter_at(pattern_, back(pattern_, at_, 1)) && is_letter_at(pattern_, at_ + c.size);
    if (may_be_apostrophe(c.code_point) && between_letters && !in_class) return put("'", c);
    std::string both = may_be_apostrophe(c.code_point) ? "'" : "";
    both += view_quotes;
    put(in_class ? both : "[" + both + "]", c);
  }

  [[nodiscard]] bool ends_a_range(const Decoded& c) const {
    const std::size_t behind = at_ + c.size;
    return (pattern_[at_ - 1] == '-' && at_ - 1 > members_) || (behind + 1 < class_end_ && pattern_[behind] == '-');
  }

  void put(std::string_view text, const Decoded& instead_of) {
    out_ += text;
    at_ += instead_of.size;
  }

  std::string_view pattern_;
  std::string out_;
  std::size_t at_ = 0;
  std::size_t members_ = 0;    // where those of the last class begin
  std::size_t class_end_ = 0;  // of the class that is open; before `at_`: none is
  bool knows_quotes_ = false;  // that class
};

}  // namespace

std::string fold_pattern(std::string_view pattern) {
  const std::string spelt = fold_spelling(pattern);
  return PatternFolder(spelt).fold();
}

}  // namespace boctach
