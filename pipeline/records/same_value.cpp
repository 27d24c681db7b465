#include "records/same_value.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace boctach {
namespace {

// First and last day (or minute) of a value.
struct Interval {
  std::string first;
  std::string last;
  bool operator==(const Interval& other) const { return first == other.first && last == other.last; }
};

// True if a text has this form: 9 stands for any digit.
bool looks_like(std::string_view text, std::string_view form) {
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) { return f == '9' ? c >= '0' && c <= '9' : c == f; });
}

std::string last_day(const std::string& month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int year = std::atoi(month.c_str());
  const int number = std::atoi(month.c_str() + 5);
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month + "-" + std::to_string(number == 2 && leap ? 29 : days[static_cast<std::size_t>(number - 1)]);
}

std::optional<Interval> point(const std::string& value) {
  const std::string year = value.substr(0, 4);
  if (looks_like(value, "9999")) return Interval{year + "-01-01", year + "-12-31"};
  if (looks_like(value, "9999-Q9") && value[6] >= '1' && value[6] <= '4') {
    const int end = (value[6] - '0') * 3;
    const auto month = [&](int n) { return year + (n < 10 ? "-0" : "-") + std::to_string(n); };
    return Interval{month(end - 2) + "-01", last_day(month(end))};
  }
  if (value == year + "-H1") return Interval{year + "-01-01", year + "-06-30"};
  if (value == year + "-H2") return Interval{year + "-07-01", year + "-12-31"};
  if (looks_like(value, "9999-99")) {
    const int month = std::atoi(value.c_str() + 5);
    if (month < 1 || month > 12) return std::nullopt;
    return Interval{value + "-01", last_day(value)};
  }
  // Seconds are not compared.
  if (!looks_like(value.substr(0, 10), "9999-99-99")) return std::nullopt;
  std::string time = value.substr(0, 10);
  const std::string clock = value.substr(10, 6);
  if (looks_like(clock, "T99:99") || looks_like(clock, " 99:99")) time.append("T").append(clock, 1, 5);
  return Interval{time, time};
}

std::optional<Interval> interval(const std::string& value) {
  const std::size_t slash = value.find('/');
  if (slash == std::string::npos) return point(value);
  const std::optional<Interval> first = point(value.substr(0, slash));
  const std::optional<Interval> last = point(value.substr(slash + 1));
  if (!first || !last) return std::nullopt;
  return Interval{first->first, last->last};
}

bool no_year(const std::string& value) { return value.empty() || value.compare(0, 4, "XXXX") == 0; }

}  // namespace

bool same_value(const std::string& found, const std::string& wanted) {
  if (found == wanted) return true;
  if (no_year(found) && no_year(wanted)) return found.empty() || wanted.empty();
  if (found.empty() || wanted.empty()) return false;
  const std::optional<Interval> one = interval(found);
  const std::optional<Interval> other = interval(wanted);
  if (!one || !other) return false;
  if (*one == *other) return true;
  return other->first.find('T') == std::string::npos && one->first.substr(0, 10) == other->first && one->last.substr(0, 10) == other->last;
}

bool right_value(const std::string& found, const std::string& wanted, const std::vector<std::string>& also) {
  return same_value(found, wanted) ||
         std::any_of(also.begin(), also.end(), [&](const std::string& other) { return same_value(found, other); });
}

}  // namespace boctach
