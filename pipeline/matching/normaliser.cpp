#include "matching/normaliser.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "text/fold.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 13> numerals{{{"M", 1000},
                                                                     {"CM", 900},
                                                                     {"D", 500},
                                                                     {"CD", 400},
                                                                     {"C", 100},
                                                                     {"XC", 90},
                                                                     {"L", 50},
                                                                     {"XL", 40},
                                                                     {"X", 10},
                                                                     {"IX", 9},
                                                                     {"V", 5},
                                                                     {"IV", 4},
                                                                     {"I", 1}}};

std::string to_roman(int value) {
  std::string text;
  for (const auto& [letters, worth] : numerals) {
    for (; value >= worth; value -= worth) text += letters;
  }
  return text;
}

std::string strip_quotes(std::string_view text) {
  const auto is_quote = [](char32_t c) { return c == U'"' || c == U'\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB; };
  std::size_t begin = 0;
  std::size_t end = text.size();
  while (begin < end) {
    const Decoded first = decode(text, begin);
    if (!is_quote(first.code_point) && !is_space(first.code_point)) break;
    begin += first.size;
  }
  while (begin < end) {
    const Decoded last = decode_before(text, end);
    if (!is_quote(last.code_point) && !is_space(last.code_point)) break;
    end -= last.size;
  }
  return std::string(text.substr(begin, end - begin));
}

std::string without_leading_zeros(std::string_view text) {
  std::size_t first = 0;
  while (first + 1 < text.size() && text[first] == '0') ++first;
  return std::string(text.substr(first));
}

std::string last_word(std::string_view text) {
  const std::string words = tidy(text);
  const std::size_t space = words.rfind(' ');
  return space == std::string::npos ? words : words.substr(space + 1);
}

std::string capitalise(std::string_view text) {
  if (text.empty()) return {};
  const std::size_t first = decode(text, 0).size;
  return to_upper(text.substr(0, first)) + std::string(text.substr(first));
}

// True if tidy() surely leaves the text as it is: words, with one space between them.
bool is_tidy(std::string_view text) {
  bool gap = true;  // nothing, or a space, stands before
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool may_be_space = byte < ' ' || byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3;
    if (may_be_space && !is_vietnamese_triple(text, at)) return false;
    if (byte == ' ' && gap) return false;
    gap = byte == ' ';
  }
  return !gap || text.empty();
}

std::string as_it_is(std::string_view text) { return std::string(text); }

std::string arabic(std::string_view text) {
  const std::optional<int> value = parse_roman(text);
  return value ? std::to_string(*value) : std::string(text);
}

constexpr std::array<std::pair<std::string_view, Normaliser>, 10> normalisers{{{"trim", tidy},
                                                                               {"collapse-space", tidy},
                                                                               {"upper", to_upper},
                                                                               {"lower", to_lower},
                                                                               {"fold", fold_view},
                                                                               {"strip-quotes", strip_quotes},
                                                                               {"int", without_leading_zeros},
                                                                               {"last-word", last_word},
                                                                               {"capitalise", capitalise},
                                                                               {"roman", arabic}}};

}  // namespace

std::optional<std::string> parse_decimal(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t comma = std::min(text.find(','), text.size());
  std::string number;
  for (std::size_t i = 0; i < comma; ++i) {
    if (is_digit(text[i])) {
      number += text[i];
    } else if (text[i] != '.' || i == 0 || (comma - i) % 4 != 0) {
      return std::nullopt;
    }
  }
  if (number.empty() || comma + 1 == text.size()) return std::nullopt;
  if (comma == text.size()) return number;
  number += '.';
  for (const char c : text.substr(comma + 1)) {
    if (!is_digit(c)) return std::nullopt;
    number += c;
  }
  return number;
}

Normaliser find_normaliser(std::string_view name) {
  const auto found = std::find_if(normalisers.begin(), normalisers.end(), [name](const auto& known) { return known.first == name; });
  return found == normalisers.end() ? as_it_is : found->second;
}

std::string tidy(std::string_view text) {
  if (is_tidy(text)) return std::string(text);
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (is_space(c.code_point)) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out += text.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::optional<int> parse_roman(std::string_view text) {
  const std::string letters = to_upper(text);
  std::string_view rest = letters;
  int value = 0;
  for (const auto& [symbol, worth] : numerals) {
    while (rest.substr(0, symbol.size()) == symbol && value < 4000) {
      value += worth;
      rest.remove_prefix(symbol.size());
    }
  }
  if (!rest.empty() || value == 0 || value > 3999 || to_roman(value) != letters) return std::nullopt;
  return value;
}

}  // namespace boctach
