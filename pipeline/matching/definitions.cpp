#include "matching/definitions.h"

#include <algorithm>
#include <iterator>

#include "text/unicode.h"

namespace boctach {

Span spelled_out(std::string_view text, Span full, std::string_view shortened) {
  std::vector<char32_t> letters;
  for (std::size_t at = 0; at < shortened.size();) {
    const Decoded c = decode(shortened, at);
    if (is_letter(c.code_point)) letters.push_back(base_letter(c.code_point));
    at += c.size;
  }
  std::vector<std::size_t> words;  // where they start
  for (std::size_t at = full.begin; at < full.end;) {
    const Decoded c = decode(text, at);
    if (is_word(c.code_point) && (at == full.begin || is_word_edge(text, at))) words.push_back(at);
    at += c.size;
  }
  if (letters.empty() || letters.size() > words.size()) return {full.end, full.end};
  const std::size_t first = words.size() - letters.size();
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (base_letter(decode(text, words[first + i]).code_point) != letters[i]) return {full.end, full.end};
  }
  return {words[first], full.end};
}

Span words_before(std::string_view text, std::size_t end, std::size_t most) {
  static constexpr std::string_view gaps[] = {" - ", ", ", " "};
  if (end > 0 && text[end - 1] == ' ') --end;
  Span words{end, end};
  for (std::size_t at = end; most > 0; --most) {
    std::size_t begin = at;
    while (begin > 0 && is_letter(decode_before(text, begin).code_point)) begin -= decode_before(text, begin).size;
    if (begin == at) break;
    words.begin = begin;
    const std::string_view before = text.substr(0, begin);
    const auto* gap = std::find_if(std::begin(gaps), std::end(gaps), [&](std::string_view g) {
      return before.size() >= g.size() && before.substr(before.size() - g.size()) == g;
    });
    if (gap == std::end(gaps)) break;
    at = begin - gap->size();
  }
  return words;
}

std::vector<Span> find_word(std::string_view text, std::string_view word, std::size_t from) {
  std::vector<Span> found;
  for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + word.size())) {
    if (is_word_edge(text, at) && is_word_edge(text, at + word.size())) found.push_back({at, at + word.size()});
  }
  return found;
}

}  // namespace boctach
