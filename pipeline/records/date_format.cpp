#include "records/date_format.h"

#include "matching/calendar.h"
#include "matching/date_numbers.h"

namespace boctach {
namespace {

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

bool has_day(const PartialDate& date) { return date.year != 0 || date.month != 0 || date.day != 0; }

std::string format_point(const PartialDate& date) {
  std::string out;
  if (has_day(date)) {
    out = date.year == 0 ? "XXXX" : padded(date.year, 4);
    if (date.month != 0) out += "-" + padded(date.month, 2);
    if (date.month == 0 && date.day != 0) out += "-XX";
    if (date.day != 0) out += "-" + padded(date.day, 2);
  }
  if (date.hour < 0 || (has_day(date) && date.day == 0)) return out;
  out += "T" + padded(date.hour, 2) + ":" + padded(date.minute < 0 ? 0 : date.minute, 2);
  if (date.second >= 0) out += ":" + padded(date.second, 2);
  return out;
}

}  // namespace

std::string format_date(const DateExpression& date) {
  std::string from = format_point(date.from);
  if (!date.interval) return from;
  const std::string to = format_point(date.to);
  return from.empty() || to.empty() ? std::string() : from + "/" + to;
}

std::string precision_of(const DateExpression& date) {
  if (date.unit == "months") return "month";
  if (!date.unit.empty()) return date.unit;
  const PartialDate& point = date.from;
  if (point.second >= 0) return "second";
  if (point.minute >= 0) return "minute";
  if (point.hour >= 0) return "hour";
  if (point.day != 0) return "day";
  if (point.month != 0) return "month";
  return point.year != 0 ? "year" : "";
}

std::optional<PartialDate> parse_iso_date(std::string_view value) {
  const std::string_view date = value.substr(0, value.find_first_of("T "));
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return std::nullopt;
  const auto number = [date](std::size_t at, std::size_t size) { return parse_integer(date.substr(at, size)).value_or(0); };
  PartialDate result;
  result.year = number(0, 4);
  if (date.size() >= 7) result.month = number(5, 2);
  if (date.size() == 10) result.day = number(8, 2);
  if (result.year < 1) return std::nullopt;
  if (date.size() >= 7 && (date[4] != '-' || result.month < 1 || result.month > 12)) return std::nullopt;
  if (date.size() == 10 && (date[7] != '-' || result.day < 1 || result.day > days_in_month(result.year, result.month))) return std::nullopt;
  return result;
}

}  // namespace boctach
