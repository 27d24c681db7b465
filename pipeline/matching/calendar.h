#ifndef BOCTACH_MATCHING_CALENDAR_H_
#define BOCTACH_MATCHING_CALENDAR_H_

#include "boctach/date_expression.h"

namespace boctach {

// The Gregorian calendar. Years are of four digits.

bool is_leap_year(int year);
// Year 0 is an unknown year: February then has 29 days.
int days_in_month(int year, int month);
// Days since 1970-01-01; the date must be whole (year, month, day).
int day_number(const PartialDate& date);
PartialDate date_of(int day_number);
// 1 Monday ... 7 Sunday; the date must be whole.
int weekday_of(const PartialDate& date);

// True if an interval with these ends, written without years, must run over
// New Year (20/12 - 5/1). A small step back is taken for a mistake instead.
bool spans_new_year(const PartialDate& from, const PartialDate& to);

// True if `a` is surely later than `b`, as far as both say.
bool is_later(const PartialDate& a, const PartialDate& b);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_CALENDAR_H_
