#include "text/fold.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/code_spacing.h"
#include "text/fold_scan.h"
#include "text/spelling.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::string_view open_quote = "\u201C";
constexpr std::string_view close_quote = "\u201D";

bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

// Walks a text and folds it. What stays is kept only when something changes.
class Folder {
 public:
  explicit Folder(TextEditor& editor) : editor_(editor), text_(editor.input()) {}

  void run() {
    while (at_ < text_.size()) {
      if (at_ >= code_end_) at_ = find_foldable(text_, at_);
      if (at_ < text_.size()) step();
    }
  }

 private:
  void step() {
    const Decoded c = decode(text_, at_);
    if (c.code_point >= U'0' && c.code_point <= U'9') {
      pass_digit();
    } else if (c.code_point == U'\n') {
      keep(1);
    } else if (is_space(c.code_point)) {
      fold_spaces();
    } else if (is_quote(c.code_point)) {
      fold_quote(c);
    } else if (is_dash(c.code_point)) {
      replace(c.size, "-");
    } else if (c.code_point == 0xD0 || c.code_point == 0xF0) {
      replace(c.size, c.code_point == 0xD0 ? "\u0110" : "\u0111");
    } else if (is_private(c.code_point)) {
      replace(c.size, "\uFFFD");
    } else {
      fold_letter(c);
    }
  }

  void keep(std::size_t n) { at_ += n; }

  void replace(std::size_t n, std::string_view with) {
    if (text_.substr(at_, n) != with) {
      editor_.keep_until(at_);
      editor_.replace(n, with);
    }
    at_ += n;
  }

  void fold_spaces() {
    std::size_t end = at_;
    while (end < text_.size()) {
      const Decoded c = decode(text_, end);
      if (c.code_point == U'\n' || !is_space(c.code_point)) break;
      end += c.size;
    }
    replace(end - at_, at_ < code_end_ ? "" : " ");
  }

  void fold_quote(const Decoded& c) {
    if (may_be_apostrophe(c.code_point) && at_ > 0 && is_letter_at(text_, back(text_, at_, 1)) && is_letter_at(text_, at_ + c.size)) {
      replace(c.size, "'");
      return;
    }
    const bool space_behind = at_ + c.size >= text_.size() || is_space(decode(text_, at_ + c.size).code_point);
    const bool opens = !space_behind && stands_free();
    replace(c.size, opens ? open_quote : close_quote);
    if (opens) opened_ = at_;
  }

  // Nothing before it that a quotation mark could close.
  [[nodiscard]] bool stands_free() const {
    if (at_ == 0 || opened_ == at_) return true;
    const char32_t before = decode_before(text_, at_).code_point;
    return is_space(before) || before == U'(' || before == U'[' || before == U'{';
  }

  void pass_digit() {
    if (at_ >= chain_end_ && starts_number(at_)) {
      const NumberChain chain = number_chain(text_, at_);
      chain_end_ = chain.end;
      if (chain.is_code) code_end_ = chain.end;
    }
    keep(1);
  }

  void fold_letter(const Decoded& c) {
    if (const std::size_t size = respell(text_, at_, respelt_); size > 0) {
      replace(size, respelt_);
    } else {
      keep(c.size);
    }
  }

  [[nodiscard]] bool starts_number(std::size_t at) const {
    if (at == 0) return true;
    const char32_t before = decode_before(text_, at).code_point;
    return !is_word(before) && before != U'/' && before != U'.' && !is_dash(before);
  }

  TextEditor& editor_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::string respelt_;
  // A number inside a chain starts no other one, or what is folded now would
  // make another chain next time.
  std::size_t chain_end_ = 0;
  std::size_t code_end_ = 0;  // spaces before it stand inside a document code
  std::size_t opened_ = 0;    // behind the last opening quotation mark
};

}  // namespace

bool is_quote(char32_t c) { return c == U'"' || c == U'\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2BC; }

bool may_be_apostrophe(char32_t c) { return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC; }

void fold_view(TextEditor& editor) { Folder(editor).run(); }

std::string fold_view(std::string_view text) {
  if (find_foldable(text, 0) == text.size()) return std::string(text);
  TextEditor editor(text);
  fold_view(editor);
  return editor.changed() ? std::move(editor).finish().text : std::string(text);
}

std::string fold_key(std::string_view text) {
  std::string key = find_foldable(text, 0) == text.size() ? to_lower(text) : to_lower(fold_view(text));
  std::size_t kept = 0;
  for (std::size_t at = 0; at < key.size();) {
    if ((key[at] >= 'a' && key[at] <= 'z') || (key[at] >= '0' && key[at] <= '9')) {
      key[kept++] = key[at++];
      continue;
    }
    const Decoded c = decode(key, at);
    const std::size_t next = at + c.size;
    if (is_space(c.code_point)) {
      if (kept > 0 && key[kept - 1] != ' ') key[kept++] = ' ';
    } else if (!is_quote(c.code_point)) {
      while (at < next) key[kept++] = key[at++];
    }
    at = next;
  }
  key.resize(kept);
  constexpr std::string_view around = " .,;:-!?()[]";
  const std::size_t begin = key.find_first_not_of(around);
  if (begin == std::string::npos) return key;
  key.resize(key.find_last_not_of(around) + 1);
  return key.erase(0, begin);
}

}  // namespace boctach
