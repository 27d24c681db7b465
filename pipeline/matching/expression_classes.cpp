#include <string>
#include <utility>

#include "matching/expression_reader.h"
#include "rules/pattern_text.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// More is better known by how it may start than one by one.
constexpr std::size_t largest_class = 12;

unsigned char lead(const std::string& bytes) { return static_cast<unsigned char>(bytes[0]); }

}  // namespace

// False if the range holds more than is worth listing.
bool ExpressionReader::add_range(char32_t from, char32_t to, Literals& texts) const {
  if (to < from || to - from >= largest_class) return false;
  for (char32_t c = from; c <= to; ++c) {
    const std::optional<std::string> text = folded(c);
    if (!text || is_view_symbol(encoded(c))) return false;
    texts.insert(*text);
  }
  return texts.size() <= largest_class;
}

// How the characters of a range may start.
void ExpressionReader::add_leads(char32_t from, char32_t to, ByteSet& first) const {
  const bool ascii = to < 0x80;
  if (any_case_ && !ascii) {
    first = ByteSet::all();
    return;
  }
  for (unsigned c = lead(encoded(from)); c <= lead(encoded(to)); ++c) {
    first.add(static_cast<unsigned char>(c));
    if (any_case_) add_both_cases(std::string(1, static_cast<char>(c)), first);
  }
}

// One character of a class, or what an escape stands for; nothing, and lost,
// if it is no single character.
std::optional<char32_t> ExpressionReader::character() {
  if (at_end()) {
    lost_ = true;
    return std::nullopt;
  }
  if (starts("\\x{")) {
    char32_t c = 0;
    for (at_ += 3; !at_end() && ahead() != '}' && c <= 0x10FFFF; ++at_) {
      const auto digit = std::string_view("0123456789abcdefABCDEF").find(ahead());
      lost_ = lost_ || digit == std::string_view::npos;
      c = c * 16 + static_cast<char32_t>(digit < 16 ? digit : digit - 6);
    }
    lost_ = lost_ || at_end() || ahead() != '}';
    ++at_;
    return lost_ ? std::nullopt : std::optional(c);
  }
  if (ahead() == '\\') {
    ++at_;
    lost_ = lost_ || at_end() || is_ascii_word(ahead());
    if (lost_) return std::nullopt;
  }
  const Decoded c = decode(text_, at_);
  at_ += c.size;
  return c.code_point;
}

// True if a class of characters, [:alpha:], \d or \p{Lu}, was read over inside of brackets.
bool ExpressionReader::skip_named_class() {
  std::size_t end = at_;
  if (starts("[:")) {
    end = text_.find(":]", at_);
    if (end != std::string_view::npos) end += 2;
  } else if (starts("\\p{") || starts("\\P{")) {
    end = text_.find('}', at_);
    if (end != std::string_view::npos) end += 1;
  } else if (starts("\\p") || starts("\\P")) {
    end = at_ + 3;
  } else if (ahead() == '\\' && at_ + 1 < text_.size() && std::string_view("dDsSwWn").find(text_[at_ + 1]) != std::string_view::npos) {
    end = at_ + 2;
  }
  lost_ = lost_ || end > text_.size();
  if (end == at_ || lost_) return false;
  at_ = end;
  return true;
}

// Small classes are alternatives; others are some character.
Knowledge ExpressionReader::character_class() {
  ++at_;
  const bool negated = starts("^");
  bool simple = !negated;
  if (negated) ++at_;
  Literals texts;
  ByteSet first;
  for (bool leading = true; !lost_ && (leading || at_end() || ahead() != ']'); leading = false) {
    if (at_end()) return lose();
    if (starts("\\d")) {
      simple = simple && add_range('0', '9', texts);
      add_leads('0', '9', first);
      at_ += 2;
      continue;
    }
    if (skip_named_class()) {
      simple = false;
      first = ByteSet::all();
      continue;
    }
    const std::optional<char32_t> from = character();
    std::optional<char32_t> to = from;
    if (!lost_ && starts("-") && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
      ++at_;
      to = character();
    }
    if (lost_) break;
    simple = simple && add_range(*from, *to, texts);
    add_leads(*from, *to, first);
  }
  if (lost_) return anything();
  ++at_;
  return simple ? exactly(std::move(texts), first) : character_of(negated ? ByteSet::all() : first);
}

}  // namespace boctach
