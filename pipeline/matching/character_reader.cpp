#include "matching/character_reader.h"

#include "text/unicode.h"

namespace boctach {
namespace {

bool is_ascii_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

}  // namespace

bool CharacterReader::skip(std::string_view what) {
  if (text_.substr(at_, what.size()) != what) return false;
  at_ += what.size();
  return true;
}

std::string_view CharacterReader::until(std::string_view end) {
  const std::size_t close = text_.find(end, at_);
  if (close == std::string_view::npos) throw NotRead{};
  const std::string_view inside = text_.substr(at_, close - at_);
  at_ = close + end.size();
  return inside;
}

std::size_t CharacterReader::number(std::size_t most) {
  std::size_t value = 0;
  const std::size_t begin = at_;
  while (is_ahead("0123456789")) {
    value = value * 10 + static_cast<std::size_t>(next() - '0');
    if (value > most) throw NotRead{};
  }
  if (at_ == begin) throw NotRead{};
  return value;
}

char32_t CharacterReader::character() {
  if (at_end()) throw NotRead{};
  if (ahead() == '\\') return escaped_character();
  const Decoded c = decode(text_, at_);
  if (!c.valid) throw NotRead{};
  at_ += c.size;
  return c.code_point;
}

std::u32string CharacterReader::text() {
  std::u32string text(1, character());
  while (!at_end() && !is_ahead("\\^$.|()[*+?{")) {
    const std::size_t begin = at_;
    const char32_t c = character();
    if (is_ahead(repetitions)) {
      at_ = begin;
      break;
    }
    text += c;
  }
  return text;
}

char32_t CharacterReader::escaped_character() {
  if (skip("\\x{")) return hexadecimal();
  if (skip("\\n")) return '\n';
  if (skip("\\t")) return '\t';
  ++at_;
  const char c = next();
  if (is_ascii_word(c) || (static_cast<unsigned char>(c) & 0x80) != 0) throw NotRead{};
  return static_cast<unsigned char>(c);
}

char32_t CharacterReader::hexadecimal() {
  const std::string_view digits = until("}");
  char32_t c = 0;
  for (const char written : digits) {
    const auto digit = std::string_view("0123456789abcdefABCDEF").find(written);
    if (digit == std::string_view::npos) throw NotRead{};
    c = c * 16 + static_cast<char32_t>(digit < 16 ? digit : digit - 6);
    if (c > 0x10FFFF) throw NotRead{};
  }
  if (digits.empty()) throw NotRead{};
  return c;
}

std::optional<CharacterSet> CharacterReader::short_class(bool any_case) {
  const char name = text_.substr(at_, 1) == "\\" && at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
  CharacterSet characters;
  switch (name) {
    case 'd':
    case 'D':
      characters.add('0', '9');
      break;
    case 's':
    case 'S':
      characters.add('\t', '\n').add('\f', '\r').add(' ', ' ');
      break;
    case 'w':
    case 'W':
      characters.add('0', '9').add('A', 'Z').add('_', '_').add('a', 'z');
      break;
    default:
      return std::nullopt;
  }
  at_ += 2;
  if (any_case) characters.add_other_cases();
  return name < 'a' ? characters.negate() : characters;
}

bool CharacterReader::skip_named_class() {
  if (skip("[:")) {
    until(":]");
  } else if (skip("\\p") || skip("\\P")) {
    if (skip("{")) {
      until("}");
    } else {
      character();
    }
  } else {
    return false;
  }
  return true;
}

std::optional<CharacterSet> CharacterReader::bracketed_class(bool any_case) {
  ++at_;
  const bool negated = skip("^");
  bool known = true;
  CharacterSet characters;
  for (bool leading = true; leading || !skip("]"); leading = false) {
    if (skip_named_class()) {
      known = false;
    } else if (const auto others = short_class(any_case)) {
      characters.add(*others);
    } else {
      const char32_t first = character();
      const bool is_range = text_.substr(at_, 2) != "-]" && skip("-");
      const char32_t last = is_range ? character() : first;
      if (last < first) throw NotRead{};
      characters.add(first, last);
    }
  }
  if (!known) return std::nullopt;
  if (any_case) characters.add_other_cases();
  return negated ? characters.negate() : characters.settle();
}

}  // namespace boctach
