#include "matching/date_numbers.h"

#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 6> quarter_words{
    {{"m\u1ed9t", 1}, {"nh\u1ea5t", 1}, {"hai", 2}, {"ba", 3}, {"b\u1ed1n", 4}, {"t\u01b0", 4}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> day_parts{{{"morning", "morning"},
                                                                                   {"noon", "noon"},
                                                                                   {"afternoon", "afternoon"},
                                                                                   {"evening", "evening"},
                                                                                   {"night", "night"},
                                                                                   {"s\u00e1ng", "morning"},
                                                                                   {"tr\u01b0a", "noon"},
                                                                                   {"chi\u1ec1u", "afternoon"},
                                                                                   {"t\u1ed1i", "evening"},
                                                                                   {"\u0111\u00eam", "night"},
                                                                                   {"khuya", "night"}}};

int roman_digit(char c) {
  switch (c) {
    case 'I':
      return 1;
    case 'V':
      return 5;
    case 'X':
      return 10;
    case 'L':
      return 50;
    case 'C':
      return 100;
    default:
      return 0;
  }
}

// Capitals that add up, in whatever order: IIII as well as IV.
std::optional<int> loose_roman(std::string_view text) {
  int value = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int digit = roman_digit(text[i]);
    if (digit == 0) return std::nullopt;
    value += i + 1 < text.size() && digit < roman_digit(text[i + 1]) ? -digit : digit;
  }
  return text.empty() ? std::nullopt : std::optional<int>(value);
}

}  // namespace

std::optional<int> parse_integer(std::string_view text) {
  if (text.size() > 1 && text.front() == '+') text.remove_prefix(1);
  int value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

std::optional<int> parse_ordinal(std::string_view text) {
  if (const std::optional<int> number = parse_integer(text)) return number;
  if (const std::optional<int> number = loose_roman(text)) return number;
  const std::string lower = to_lower(text);
  for (const auto& [word, number] : quarter_words) {
    if (word == lower) return number;
  }
  return std::nullopt;
}

std::string_view day_part(std::string_view text) {
  const std::string lower = to_lower(text);
  for (const auto& [word, name] : day_parts) {
    if (word == lower) return name;
  }
  return {};
}

int clock_hour(int hour, std::string_view part_of_day) {
  const std::string lower = to_lower(part_of_day);
  if (lower == "sa" || lower == "am") return hour == 12 ? 0 : hour;
  if (lower == "ch" || lower == "pm") return hour < 12 ? hour + 12 : hour;
  const std::string_view part = day_part(part_of_day);
  if (part == "afternoon" || part == "evening") return hour < 12 ? hour + 12 : hour;
  // Past midnight is night as well: 2 in the night is 02:00, 10 is 22:00.
  if (part == "night" && hour >= 7 && hour <= 12) return hour == 12 ? 0 : hour + 12;
  if (part == "noon" && hour >= 1 && hour <= 3) return hour + 12;
  return hour;
}

}  // namespace boctach
