#include "text/fold.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "text/code_spacing.h"
#include "text/spelling.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::string_view open_quote = "\u201C";
constexpr std::string_view close_quote = "\u201D";

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && (is_letter(decode(text, at).code_point) || is_mark(decode(text, at).code_point));
}

bool is_quote(char32_t c) { return c == U'"' || c == U'\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2BC; }

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC; }

bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

// What the first byte of a character says of it, before a closer look.
enum class Look : std::uint8_t { Stays, Vowel, C3, C4, Two, E1, Space, Other };

constexpr std::array<Look, 256> looks = [] {
  std::array<Look, 256> bytes{};
  bytes.fill(Look::Other);
  for (std::size_t b = 'a'; b <= 'z'; ++b) bytes[b] = bytes[b - 'a' + 'A'] = Look::Stays;
  for (const unsigned char b : {'o', 'u', 'O', 'U'}) bytes[b] = Look::Vowel;
  bytes[','] = bytes['.'] = Look::Stays;
  bytes[0xC3] = Look::C3;
  bytes[0xC4] = Look::C4;
  for (std::size_t b = 0xC5; b <= 0xC9; ++b) bytes[b] = Look::Two;
  bytes[0xE1] = Look::E1;
  bytes[' '] = Look::Space;
  return bytes;
}();

// Walks a text and folds it. What stays is kept only when something changes.
class Folder {
 public:
  explicit Folder(TextEditor& editor) : editor_(editor), text_(editor.input()) {}

  void run() {
    while (at_ < text_.size()) {
      opened_ = opening_;
      opening_ = false;
      const std::size_t size = surely_stays();
      size > 0 ? keep(size) : step();
    }
  }

 private:
  // The size of a character that is surely not folded, as most are not; else 0.
  [[nodiscard]] std::size_t surely_stays() const {
    const auto next = [this] { return at_ + 1 < text_.size() ? static_cast<unsigned char>(text_[at_ + 1]) : 0U; };
    switch (looks[static_cast<unsigned char>(text_[at_])]) {
      case Look::Stays:
        return 1;
      case Look::Vowel:  // without a letter behind it that bears a tone
        return next() < 0x80 ? 1 : 0;
      case Look::C3:  // neither an eth nor an i with a tone
        return next() == 0x90 || next() == 0xB0 || (next() & 0xDEU) == 0x8C ? 0 : 2;
      case Look::C4:  // not the i with a tilde
        return (next() & 0xFEU) == 0xA8 ? 0 : 2;
      case Look::Two:
        return 2;
      case Look::E1:  // neither i with a hook nor with a dot
        return next() == 0xBA || (next() == 0xBB && (static_cast<unsigned char>(text_[at_ + 2]) & 0xFCU) != 0x88) ? 3 : 0;
      case Look::Space:  // one, and not inside a code
        return at_ >= code_end_ && next() > ' ' && next() < 0x80 ? 1 : 0;
      case Look::Other:
        break;
    }
    return 0;
  }

  void step() {
    const Decoded c = decode(text_, at_);
    if (c.code_point == U'\n') {
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
    if (is_apostrophe(c.code_point) && at_ > 0 && is_letter_at(text_, back(text_, at_, 1)) && is_letter_at(text_, at_ + c.size)) {
      replace(c.size, "'");
      return;
    }
    const bool space_behind = at_ + c.size >= text_.size() || is_space(decode(text_, at_ + c.size).code_point);
    opening_ = !space_behind && stands_free();
    replace(c.size, opening_ ? open_quote : close_quote);
  }

  // Nothing before it that a quotation mark could close.
  [[nodiscard]] bool stands_free() const {
    if (at_ == 0 || opened_) return true;
    const char32_t before = decode_before(text_, at_).code_point;
    return is_space(before) || before == U'(' || before == U'[' || before == U'{';
  }

  void fold_letter(const Decoded& c) {
    const bool digit = c.code_point >= U'0' && c.code_point <= U'9';
    if (digit && at_ >= chain_end_ && starts_number(at_)) {
      const NumberChain chain = number_chain(text_, at_);
      chain_end_ = chain.end;
      if (chain.is_code) code_end_ = chain.end;
    }
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
  bool opened_ = false;       // the last letter was an opening quotation mark
  bool opening_ = false;
};

}  // namespace

void fold_view(TextEditor& editor) { Folder(editor).run(); }

std::string fold_view(std::string_view text) {
  TextEditor editor(text);
  fold_view(editor);
  return std::move(editor).finish().text;
}

std::string fold_key(std::string_view text) {
  const std::string folded = to_lower(fold_view(text));
  std::string key;
  for (std::size_t at = 0; at < folded.size();) {
    const Decoded c = decode(folded, at);
    const bool gap = is_space(c.code_point);
    if (!is_quote(c.code_point) && !(gap && (key.empty() || key.back() == ' '))) key += gap ? std::string(" ") : folded.substr(at, c.size);
    at += c.size;
  }
  constexpr std::string_view around = " .,;:-!?()[]";
  const std::size_t begin = key.find_first_not_of(around);
  if (begin == std::string::npos) return key;
  return key.substr(begin, key.find_last_not_of(around) + 1 - begin);
}

}  // namespace boctach
