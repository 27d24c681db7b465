#ifndef BOCTACH_DATE_EXPRESSION_H_
#define BOCTACH_DATE_EXPRESSION_H_

#include <string>
#include <vector>

namespace boctach {

// A point of the calendar as far as the text gives it. 0 (or -1 for the clock)
// means "not said".
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = -1;
  int minute = -1;
  int second = -1;

  bool operator==(const PartialDate&) const = default;
};

// What a date mention says, before a missing year is looked for: the outcome
// of `compose: date` and `compose: interval`. Field `to` counts only if
// `interval` is set; both ends are closed. A year that only one end names holds
// for both (they then have it, or the one before if the interval spans New Year).
struct DateExpression {
  std::string kind;  // date, time, month, quarter, half, year, period, ...
  PartialDate from;
  PartialDate to;
  bool interval = false;
  std::string modifier;  // start, mid, end, morning, ...; or empty
  std::string calendar;  // "lunar" or empty
  // The calendar unit that the interval stands for (quarter, half, months,
  // decade, century): its ends are then the unit's first and last day or year.
  // Empty: the ends are as written.
  std::string unit;
  // For dates told from the article's own: so many units (day, week, month,
  // year) from it. What `from` holds is then read inside that day, month, year.
  std::string offset_unit;
  int offset = 0;
  int weekday = 0;                 // 1 Monday ... 7 Sunday; 0: not said
  std::vector<std::string> flags;  // weekday-conflict, reversed
};

}  // namespace boctach

#endif  // BOCTACH_DATE_EXPRESSION_H_
