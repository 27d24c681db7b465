#include "text/sentences.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "text/unicode.h"

namespace boctach {
namespace {

// Abbreviations that end in a full stop without ending a sentence, lower case.
constexpr std::array<std::string_view, 24> abbreviations{"tp",    "ts",   "ths",       "gs",   "pgs",       "bs",      "ks", "ls",
                                                         "tx",    "tt",   "tr",        "mr",   "mrs",       "dr",      "st", "no",
                                                         "bscki", "ngnd", "ng\u01b0t", "nsnd", "ns\u01b0t", "t\u01b0", "tw", "vd"};
constexpr std::size_t longest_abbreviation =
    std::max_element(abbreviations.begin(), abbreviations.end(), [](auto a, auto b) { return a.size() < b.size(); }) -> size();

bool is_symbol(char32_t c) { return c >= 0xF0000; }

bool closes(char32_t c) { return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == 0x201D || c == 0x2019 || c == 0xBB; }

bool opens(char32_t c) { return c == U'"' || c == U'\'' || c == U'(' || c == U'[' || c == 0x201C || c == 0x2018 || c == 0xAB; }

// The run of letters before a full stop.
std::string_view word_before(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0) {
    const Decoded c = decode_before(text, begin);
    if (!is_letter(c.code_point) && !is_mark(c.code_point)) break;
    begin -= c.size;
  }
  return text.substr(begin, stop - begin);
}

bool is_abbreviation(std::string_view text, std::size_t stop) {
  const std::string_view word = word_before(text, stop);
  if (word.empty() || word.size() > longest_abbreviation) return false;
  // An initial: T.\u01af, V.I, Nguyen V. A
  if (count_code_points(word) == 1 && is_upper(decode(word, 0).code_point)) return true;
  const std::string lower = to_lower(word);
  return std::find(abbreviations.begin(), abbreviations.end(), lower) != abbreviations.end();
}

// The number of a list item (the sentence so far has nothing else), or a stop
// between the numbers of a date (5. 6. 2020).
bool is_numbering(std::string_view text, Span so_far) {
  const std::string_view sentence = so_far.of(text);
  const std::size_t last = sentence.find_last_not_of("0123456789");
  if (last == sentence.size() - 1) return false;
  const std::size_t next = text.find_first_not_of(' ', so_far.end + 1);
  const bool number_behind = next != std::string_view::npos && is_digit(decode(text, next).code_point);
  return number_behind || sentence.find_first_not_of(" \t0123456789") == std::string_view::npos;
}

// True if, behind the mark at `end` and its closing quotes, a space and then a
// capital, a digit or a symbol follow. `end` moves behind the quotes.
bool starts_anew(std::string_view text, std::size_t& end) {
  std::size_t at = end;
  while (at < text.size() && closes(decode(text, at).code_point)) at += decode(text, at).size;
  if (at >= text.size() || !is_space(decode(text, at).code_point)) return false;
  std::size_t next = at;
  while (next < text.size() && is_space(decode(text, next).code_point)) next += decode(text, next).size;
  while (next < text.size() && opens(decode(text, next).code_point)) next += decode(text, next).size;
  if (next >= text.size()) return false;
  const char32_t first = decode(text, next).code_point;
  if (!is_upper(first) && !is_digit(first) && !is_symbol(first) && first != U'-') return false;
  end = at;
  return true;
}

void add(std::vector<Span>& spans, std::string_view text, Span span) {
  while (!span.empty() && is_space(decode(text, span.begin).code_point)) span.begin += decode(text, span.begin).size;
  while (!span.empty() && is_space(decode_before(text, span.end).code_point)) span.end -= decode_before(text, span.end).size;
  if (!span.empty()) spans.push_back(span);
}

// The first bytes of what may end a sentence.
constexpr std::array<std::uint8_t, 256> may_end_sentence = [] {
  std::array<std::uint8_t, 256> bytes{};
  for (const unsigned char c : {'\n', '.', '?', '!'}) bytes[c] = 1;
  bytes[0xE2] = 1;  // of U+2026
  return bytes;
}();

}  // namespace

Stops find_stops(std::string_view text) {
  Stops stops;
  const auto may_stop = [text](std::size_t at) { return may_end_sentence[static_cast<unsigned char>(text[at])]; };
  std::size_t at = 0;
  while (at < text.size()) {
    // Four together, of which most are nothing.
    while (at + 4 <= text.size() && (may_stop(at) | may_stop(at + 1) | may_stop(at + 2) | may_stop(at + 3)) == 0) at += 4;
    for (const std::size_t end = std::min(at + 4, text.size()); at < end; ++at) {
      if (may_stop(at) != 0) stops.push_back(static_cast<std::uint32_t>(at));
    }
  }
  return stops;
}

std::vector<Span> split_sentences(std::string_view text) { return split_sentences(text, find_stops(text)); }

std::vector<Span> split_sentences(std::string_view text, const Stops& stops) {
  std::vector<Span> sentences;
  std::size_t begin = 0;
  std::size_t done = 0;
  for (const std::size_t at : stops) {
    if (at < done) continue;
    const Decoded c = decode(text, at);
    std::size_t end = at + c.size;
    if (c.code_point == U'\n') {
      add(sentences, text, {begin, at});
      begin = end;
    } else if (c.code_point == U'.' || c.code_point == U'?' || c.code_point == U'!' || c.code_point == 0x2026) {
      const auto is_inner = [&] { return c.code_point == U'.' && (is_abbreviation(text, at) || is_numbering(text, {begin, at})); };
      std::size_t behind = end;
      if (starts_anew(text, behind) && !is_inner()) {
        end = behind;
        add(sentences, text, {begin, end});
        begin = end;
      }
    }
    done = end;
  }
  add(sentences, text, {begin, text.size()});
  return sentences;
}

std::vector<Span> split_lines(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin || end < text.size()) lines.push_back({begin, end});
    begin = end + 1;
  }
  return lines;
}

std::vector<Span> split_paragraphs(std::string_view text) {
  std::vector<Span> paragraphs;
  bool open = false;
  for (const Span line : split_lines(text)) {
    const bool blank = line.of(text).find_first_not_of(" \t\r") == std::string_view::npos;
    if (blank) {
      open = false;
    } else if (open) {
      paragraphs.back().end = line.end;
    } else {
      paragraphs.push_back(line);
      open = true;
    }
  }
  return paragraphs;
}

}  // namespace boctach
