#include "records/anchoring.h"

#include <cstdlib>
#include <optional>

#include "matching/calendar.h"

namespace boctach {
namespace {

constexpr int reach = 60;  // days

bool is_real(const PartialDate& date) { return date.day == 0 || date.month == 0 || date.day <= days_in_month(date.year, date.month); }

int first_day(PartialDate date) {
  if (date.month == 0) date.month = 1;
  if (date.day == 0) date.day = 1;
  return day_number(date);
}

int last_day(PartialDate date) {
  if (date.month == 0) date.month = 12;
  if (date.day == 0) date.day = days_in_month(date.year, date.month);
  return day_number(date);
}

// Days from the article's day to the nearest day of the date; 0 inside it.
int days_away(const DateExpression& date, int today) {
  const int first = first_day(date.from);
  const int last = last_day(date.interval ? date.to : date.from);
  if (first > today) return first - today;
  return last < today ? last - today : 0;
}

// The first months of a year are those of the running year, even in December.
bool is_of_next_year(const DateExpression& date, const PartialDate& published) {
  return (date.unit == "half" || date.unit == "months") && date.from.month == 1 && date.from.year > published.year;
}

// Collects readings of a date and keeps the one the policy takes.
class Choice {
 public:
  Choice(const PartialDate& published, bool ahead) : published_(published), today_(day_number(published)), ahead_(ahead) {}

  void offer(const DateExpression& date) {
    if (date.calendar != "lunar" && (!is_real(date.from) || (date.interval && !is_real(date.to)))) return;
    const int away = days_away(date, today_);
    if (away > 0 && ahead_ && (!next_ || away < days_away(*next_, today_))) next_ = date;
    if (away > reach || (!ahead_ && is_of_next_year(date, published_))) return;
    if (!nearest_ || std::abs(away) < std::abs(days_away(*nearest_, today_))) nearest_ = date;
  }

  [[nodiscard]] DateExpression take(const DateExpression& otherwise) const {
    if (next_ && (!nearest_ || std::abs(days_away(*nearest_, today_)) > reach)) return *next_;
    return nearest_ ? *nearest_ : otherwise;
  }

 private:
  PartialDate published_;
  int today_;
  bool ahead_;
  std::optional<DateExpression> nearest_;
  std::optional<DateExpression> next_;
};

void set_month(PartialDate& date, const PartialDate& published, int months) {
  const int month = published.year * 12 + published.month - 1 + months;
  date.year = month / 12;
  date.month = month % 12 + 1;
}

void set_day(PartialDate& date, int day) {
  const PartialDate found = date_of(day);
  date.year = found.year;
  date.month = found.month;
  date.day = found.day;
}

}  // namespace

DateExpression in_year(DateExpression date, int year) {
  const bool over_new_year = date.interval && spans_new_year(date.from, date.to);
  date.from.year = year;
  if (!date.interval) return date;
  date.to.year = over_new_year ? year + 1 : year;
  // The last day of a unit was counted without knowing the year.
  if (!date.unit.empty()) date.to.day = days_in_month(date.to.year, date.to.month);
  return date;
}

DateExpression near_day(const DateExpression& date, const PartialDate& published, bool ahead) {
  Choice choice(published, ahead);
  if (date.from.month == 0 && date.from.day == 0) {  // a weekday alone
    const int today = day_number(published);
    for (int day = today - 3; day <= today + 3; ++day) {
      DateExpression reading = date;
      set_day(reading.from, day);
      if (weekday_of(reading.from) == date.weekday) choice.offer(reading);
    }
  } else if (date.from.month == 0) {  // a day of some month
    for (int months = -2; months <= 2; ++months) {
      DateExpression reading = date;
      set_month(reading.from, published, months);
      if (date.interval) set_month(reading.to, published, months);
      choice.offer(reading);
    }
  } else {
    // 29/2 may be seven years off, around a century that has none.
    for (int year = published.year - 8; year <= published.year + 8; ++year) choice.offer(in_year(date, year));
  }
  return choice.take(date);
}

DateExpression from_day(const DateExpression& date, const PartialDate& published) {
  DateExpression result = date;
  const int today = day_number(published);
  if (date.offset_unit == "year") return in_year(result, published.year + date.offset);
  if (date.offset_unit == "month") {
    set_month(result.from, published, date.offset);
    if (date.interval) set_month(result.to, published, date.offset);
  } else if (date.offset_unit == "week") {
    const int monday = today - weekday_of(published) + 1 + date.offset * 7;
    set_day(result.from, monday + (date.weekday == 0 ? 0 : date.weekday - 1));
    result.interval = date.weekday == 0;
    if (result.interval) set_day(result.to, monday + 6);
  } else {
    set_day(result.from, today + date.offset);
    if (date.interval) set_day(result.to, today + date.offset);
  }
  return result;
}

}  // namespace boctach
