#include "matching/calendar.h"

#include <chrono>

namespace boctach {
namespace {

std::chrono::year_month_day to_chrono(const PartialDate& date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

}  // namespace

bool is_leap_year(int year) { return std::chrono::year(year).is_leap(); }

int days_in_month(int year, int month) {
  if (month == 2) return year == 0 || is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int day_number(const PartialDate& date) { return static_cast<int>(std::chrono::sys_days(to_chrono(date)).time_since_epoch().count()); }

PartialDate date_of(int day_number) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day_number))};
  PartialDate result;
  result.year = static_cast<int>(date.year());
  result.month = static_cast<int>(static_cast<unsigned>(date.month()));
  result.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return result;
}

int weekday_of(const PartialDate& date) {
  return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(to_chrono(date))).iso_encoding());
}

bool spans_new_year(const PartialDate& from, const PartialDate& to) { return to.month > 0 && from.month - to.month >= 3; }

bool is_later(const PartialDate& a, const PartialDate& b) {
  if (a.year != 0 && b.year != 0 && a.year != b.year) return a.year > b.year;
  if (a.month == 0 || b.month == 0) return false;
  if (a.month != b.month) return a.month > b.month;
  if (a.day == 0 || b.day == 0) return false;
  if (a.day != b.day) return a.day > b.day;
  if (a.hour < 0 || b.hour < 0) return false;
  return a.hour != b.hour ? a.hour > b.hour : a.minute > b.minute && b.minute >= 0;
}

}  // namespace boctach
