#include "formats/value_words.h"

#include <cstdint>
#include <variant>

namespace boctach {

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += between;
    out += text;
  }
  return out;
}

std::string words_of(const Value& value, std::string_view between) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  const auto* list = std::get_if<std::vector<std::string>>(&value);
  return list == nullptr ? std::string() : joined(*list, between);
}

}  // namespace boctach
