#include "text/code_spacing.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/unicode.h"

namespace boctach {
namespace {

// Codes of kinds and issuers that are not all capitals, in the spellings met.
constexpr std::array<std::string_view, 10> mixed_codes{"TTg", "Ttg", "CTr", "Ctr", "TTr", "Ttr", "Qy\u0110", "Q\u0110i", "QTr", "ThU"};

bool is_ascii_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (is_ascii_digit(text, at)) ++at;
  return at;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Decoded c = decode(text, at);
    if (c.code_point == U'\n' || !is_space(c.code_point)) break;
    at += c.size;
  }
  return at;
}

// The serial number: 1 to 5 digits, perhaps .1 or .17, perhaps a small letter.
std::size_t number_end(std::string_view text, std::size_t position) {
  std::size_t at = skip_digits(text, position);
  if (at == position || at - position > 5) return position;
  if (at < text.size() && text[at] == '.' && is_ascii_digit(text, at + 1)) {
    const std::size_t end = skip_digits(text, at + 1);
    if (end - at <= 3) at = end;
  }
  if (at < text.size()) {
    const Decoded c = decode(text, at);
    if (is_lower(c.code_point)) at += c.size;
  }
  return at < text.size() && is_word(decode(text, at).code_point) ? position : at;
}

// Letters of code parts carry no tone mark: what does is a word of a heading
// ("18-NQ/TW - MOT ...").
bool is_code_capital(char32_t c) {
  constexpr std::u32string_view vietnamese = U"\u0110\u00D0\u01AF\u01A0\u0102\u00C2\u00CA\u00D4";
  return (c >= U'A' && c <= U'Z') || vietnamese.find(c) != std::u32string_view::npos;
}

// A mixed code; an eth may stand for the D with stroke.
bool is_mixed_code(std::string_view word) {
  std::string folded(word);
  if (const std::size_t eth = folded.find("\u00D0"); eth != std::string::npos) folded.replace(eth, 2, "\u0110");
  return std::find(mixed_codes.begin(), mixed_codes.end(), folded) != mixed_codes.end();
}

// A full stop between capitals (T.U) belongs to the code, one before a new sentence does not.
bool is_inner_stop(std::string_view text, std::size_t at) {
  if (text[at] != '.' || at + 1 >= text.size()) return false;
  const Decoded first = decode(text, at + 1);
  const std::size_t next = at + 1 + first.size;
  return is_code_capital(first.code_point) && (next >= text.size() || !is_lower(decode(text, next).code_point));
}

struct Part {
  std::size_t end = 0;
  bool year = false;
};

// A year or a part in capitals at `position`; an empty part if there is neither.
Part part_at(std::string_view text, std::size_t position) {
  std::size_t at = position;
  bool plain = true;
  while (at < text.size()) {
    const Decoded c = decode(text, at);
    if (!is_word(c.code_point) && c.code_point != U'&' && !is_inner_stop(text, at)) break;
    plain = plain && (c.code_point < 0x80 ? !is_lower(c.code_point) : is_code_capital(c.code_point));
    at += c.size;
  }
  const std::string_view word = text.substr(position, at - position);
  if (word.empty()) return {position, false};
  if (skip_digits(word, 0) == word.size()) return word.size() == 4 ? Part{at, true} : Part{position, false};
  if (!is_code_capital(decode(word, 0).code_point) || (!plain && !is_mixed_code(word))) return {position, false};
  return {at, false};
}

}  // namespace

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D; }

NumberChain number_chain(std::string_view text, std::size_t position) {
  std::size_t end = number_end(text, position);
  if (end == position) return {position, false};
  bool slash = false;
  bool capitals = false;
  bool after_year = false;
  for (;;) {
    const std::size_t separator = skip_spaces(text, end);
    if (separator >= text.size()) break;
    const Decoded c = decode(text, separator);
    const bool dash = is_dash(c.code_point);
    if (!dash && c.code_point != U'/') break;
    const std::size_t begin = skip_spaces(text, separator + c.size);
    // Behind a month and its year a spaced dash opens a new thought.
    if (after_year && dash && (separator != end || begin != separator + c.size)) break;
    const Part part = part_at(text, begin);
    if (part.end == begin) break;
    slash = slash || !dash;
    capitals = capitals || !part.year;
    after_year = part.year;
    end = part.end;
  }
  return {end, slash && capitals};
}

}  // namespace boctach
