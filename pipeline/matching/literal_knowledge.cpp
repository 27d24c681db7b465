#include "matching/literal_knowledge.h"

#include <algorithm>
#include <utility>

#include "rules/pattern_text.h"
#include "text/case_fold.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t widest_character = 4;  // bytes of UTF-8

}  // namespace

void add_both_cases(const std::string& character, ByteSet& first) {
  for (const std::string& form : {character, to_lower(character), to_upper(character)}) first.add(static_cast<unsigned char>(form[0]));
}

Knowledge anything() { return {}; }

Knowledge empty_text() {
  Knowledge empty = exactly({""}, {});
  empty.may_be_empty = true;
  return empty;
}

Knowledge exactly(Literals texts, const ByteSet& first) {
  Knowledge result;
  result.starts.known = true;
  result.least_width = unbounded;
  result.most_width = 0;
  for (const std::string& text : texts) {
    result.starts.texts.emplace(text, GoingOn{});
    result.least_width = std::min(result.least_width, text.size());
    result.most_width = std::max(result.most_width, text.size());
  }
  result.is_exact = true;
  result.exact = std::move(texts);
  result.may_be_empty = false;
  result.first = first;
  return result;
}

Knowledge character_of(const ByteSet& first) {
  Knowledge result;
  result.may_be_empty = false;
  result.first = first;
  result.least_width = 1;
  result.most_width = widest_character;
  return result;
}

Knowledge symbol(const std::string& bytes) {
  Knowledge result;
  result.needed.push_back({{bytes}, 0, 0});
  result.starts = {true, {{bytes, {false, true, {}}}}};
  result.may_be_empty = false;
  result.first = {};
  result.first.add(static_cast<unsigned char>(bytes[0]));
  result.least_width = bytes.size();
  result.most_width = bytes.size();
  return result;
}

Knowledge one_character(char32_t character, bool any_case) {
  const std::string bytes = encoded(character);
  if (is_view_symbol(bytes)) return symbol(bytes);
  const std::optional<std::string> text = folded(character);
  if (!text) return character_of(ByteSet::all());
  ByteSet first;
  first.add(static_cast<unsigned char>(bytes[0]));
  if (any_case) add_both_cases(bytes, first);
  return exactly({*text}, first);
}

std::string encoded(char32_t character) {
  std::string bytes;
  append_utf8(bytes, character);
  return bytes;
}

std::optional<std::string> folded(char32_t character) {
  const bool latin = (character >= 0xC0 && character <= 0x24F) || (character >= 0x1E00 && character <= 0x1EFF);
  std::string text;
  if (character >= 0x80 && !latin && is_letter(character)) return std::nullopt;
  return fold_case_in_place(encoded(character), text) ? std::optional(text) : std::nullopt;
}

}  // namespace boctach
