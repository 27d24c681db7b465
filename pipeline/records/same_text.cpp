#include "records/same_text.h"

#include <algorithm>
#include <sstream>

#include "text/spelling.h"
#include "text/unicode.h"

namespace boctach {
namespace {

bool is_quotation_mark(char32_t c) { return c == U'"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB; }

char32_t one_form(char32_t c) {
  if (c == 0xD0) return 0x110;  // Eth, typed for the D with stroke
  if (c == 0x2019) return U'\'';
  if (c == 0x2013 || c == 0x2014) return U'-';
  return c;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

}  // namespace

std::string fold_text(std::string_view text) {
  const std::string composed = to_nfc(text);
  std::string plain;
  for (std::size_t at = 0; at < composed.size();) {
    const Decoded c = decode(composed, at);
    at += c.size;
    if (is_quotation_mark(c.code_point)) continue;
    if (!is_space(c.code_point)) {
      append_utf8(plain, one_form(c.code_point));
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
  }
  constexpr std::string_view around = " .,;:";
  const std::size_t begin = plain.find_first_not_of(around);
  if (begin == std::string::npos) return {};
  return to_lower(plain.substr(begin, plain.find_last_not_of(around) + 1 - begin));
}

std::string fold_name(std::string_view text) { return fold_tones(fold_text(text)); }

std::vector<std::string> digit_runs(std::string_view text) {
  std::vector<std::string> runs;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    const bool digit = is_digit(c.code_point);
    if (digit && !inside) runs.emplace_back();
    if (digit) append_utf8(runs.back(), c.code_point);
    inside = digit;
    at += c.size;
  }
  return runs;
}

bool texts_overlap(std::string_view a, std::string_view b) {
  const std::string one = fold_text(a);
  const std::string other = fold_text(b);
  if (one.empty() || other.empty()) return false;
  if (one == other) return true;
  const bool part = one.find(other) != std::string::npos || other.find(one) != std::string::npos;
  return part && digit_runs(one) == digit_runs(other);
}

bool contains_words(std::string_view a, std::string_view b) {
  std::vector<std::string> shorter = words_of(fold_name(a));
  std::vector<std::string> longer = words_of(fold_name(b));
  if (shorter == longer) return !shorter.empty();
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  return shorter.size() >= 2 && std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

}  // namespace boctach
