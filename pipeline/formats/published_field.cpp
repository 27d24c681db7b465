#include "formats/published_field.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>

namespace boctach {
namespace {

// Reads numbers and the marks between them from the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<unsigned> number(std::size_t least, std::size_t most) {
    std::size_t digits = 0;
    while (digits < rest_.size() && digits < most && rest_[digits] >= '0' && rest_[digits] <= '9') ++digits;
    if (digits < least) return std::nullopt;
    unsigned value = 0;
    std::from_chars(rest_.data(), rest_.data() + digits, value);
    rest_.remove_prefix(digits);
    return value;
  }

  bool mark(std::string_view marks) {
    if (rest_.empty() || marks.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::string digits(unsigned value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::optional<std::string> iso_day(unsigned year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok() || year < 1000) return std::nullopt;
  return digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2);
}

std::optional<std::string> read_day(Scanner& scanner, bool year_first) {
  const auto first = year_first ? scanner.number(4, 4) : scanner.number(1, 2);
  if (!first || !scanner.mark("-/")) return std::nullopt;
  const auto month = scanner.number(1, 2);
  if (!month || !scanner.mark("-/")) return std::nullopt;
  const auto last = year_first ? scanner.number(1, 2) : scanner.number(4, 4);
  if (!last) return std::nullopt;
  return year_first ? iso_day(*first, *month, *last) : iso_day(*last, *month, *first);
}

}  // namespace

std::optional<std::string> read_published(std::string_view text) {
  text = text.substr(std::min(text.find_first_not_of(' '), text.size()));
  const bool year_first = text.find_first_of("-/") == 4;
  Scanner scanner(text);
  std::optional<std::string> published = read_day(scanner, year_first);
  if (!published || scanner.at_end()) return published;
  if (!scanner.mark("T ")) return std::nullopt;
  const auto hour = scanner.number(1, 2);
  if (!hour || *hour > 23 || !scanner.mark(":")) return published;
  const auto minute = scanner.number(2, 2);
  if (!minute || *minute > 59) return published;
  *published += "T" + digits(*hour, 2) + ":" + digits(*minute, 2);
  if (!scanner.mark(":")) return published;
  const auto second = scanner.number(2, 2);
  if (second && *second < 60) *published += ":" + digits(*second, 2);
  return published;
}

}  // namespace boctach
