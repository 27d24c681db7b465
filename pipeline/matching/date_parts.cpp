#include "matching/date_parts.h"

#include <array>
#include <string_view>
#include <utility>

#include "matching/calendar.h"
#include "matching/date_numbers.h"

namespace boctach {
namespace {

// One end of the expression before it is made a stretch of the calendar.
struct End {
  PartialDate date;
  int quarter = 0;
  int half = 0;
  int months = 0;
  int decade = -1;
  int century = 0;
  int weekday = 0;
  std::string part_of_day;
  std::string position;
  bool present = false;
  bool readable = true;
};

struct Whole {
  End from;
  End to;
  std::string unit;
  std::optional<int> offset;
  bool readable = true;
};

void read_number(std::string_view text, int lowest, int highest, int& out, bool& readable) {
  const std::optional<int> number = parse_integer(text);
  if (!number || *number < lowest || *number > highest) {
    readable = false;
  } else {
    out = *number;
  }
}

void read_ordinal(std::string_view text, int highest, int& out, bool& readable) {
  const std::optional<int> number = parse_ordinal(text);
  if (!number || *number < 1 || *number > highest) {
    readable = false;
  } else {
    out = *number;
  }
}

void read_year(std::string_view text, End& end) {
  read_number(text, 1, 9999, end.date.year, end.readable);
  end.readable = end.readable && text.size() == 4;
}

void read_half(std::string_view text, End& end) {
  if (text == "start") {
    end.half = 1;
  } else if (text == "end") {
    end.half = 2;
  } else {
    read_ordinal(text, 2, end.half, end.readable);
  }
}

using Reader = void (*)(std::string_view, End&);

constexpr std::array<std::pair<std::string_view, Reader>, 14> readers{{
    {"year", read_year},
    {"month", [](std::string_view t, End& e) { read_number(t, 1, 12, e.date.month, e.readable); }},
    {"day", [](std::string_view t, End& e) { read_number(t, 1, 31, e.date.day, e.readable); }},
    {"hour", [](std::string_view t, End& e) { read_number(t, 0, 24, e.date.hour, e.readable); }},
    {"minute", [](std::string_view t, End& e) { read_number(t, 0, 59, e.date.minute, e.readable); }},
    {"second", [](std::string_view t, End& e) { read_number(t, 0, 59, e.date.second, e.readable); }},
    {"quarter", [](std::string_view t, End& e) { read_ordinal(t, 4, e.quarter, e.readable); }},
    {"half", read_half},
    {"months", [](std::string_view t, End& e) { read_number(t, 1, 12, e.months, e.readable); }},
    {"decade", [](std::string_view t, End& e) { read_number(t, 0, 2999, e.decade, e.readable); }},
    {"century", [](std::string_view t, End& e) { read_ordinal(t, 30, e.century, e.readable); }},
    {"weekday", [](std::string_view t, End& e) { read_number(t, 1, 7, e.weekday, e.readable); }},
    {"part_of_day", [](std::string_view t, End& e) { e.part_of_day = std::string(t); }},
    {"position", [](std::string_view t, End& e) { e.position = std::string(t); }},
}};

void read_part(const DatePart& part, Whole& whole) {
  if (part.name == "unit") {
    whole.unit = part.text;
  } else if (part.name == "offset") {
    whole.offset = parse_integer(part.text);
    whole.readable = whole.readable && whole.offset;
  } else {
    std::string_view name = part.name;
    const bool of_end = name.size() > 4 && name.substr(name.size() - 4) == "_end";
    if (of_end) name.remove_suffix(4);
    End& end = of_end ? whole.to : whole.from;
    for (const auto& [known, reader] : readers) {
      if (known == name) reader(part.text, end);
    }
    end.present = true;
  }
}

// What only one end says holds for the other as well. Never a part that is
// smaller than all the other end says: "from 2019 to May 2020" begins in 2019.
void inherit(PartialDate& to, const PartialDate& from, bool& year_inherited) {
  if (to.hour >= 0 && to.day == 0 && from.day != 0) to.day = from.day;
  if (to.day != 0 && to.month == 0) to.month = from.month;
  if (to.year == 0 && from.year != 0) {
    to.year = from.year;
    year_inherited = true;
  }
}

void set_months(int first_month, int last_month, PartialDate& first, PartialDate& last) {
  first.month = first_month;
  first.day = 1;
  last = first;
  last.month = last_month;
  last.day = days_in_month(last.year, last_month);
}

// Widens an end that names a longer unit to the first and the last point of
// that unit; gives the unit's name, or nothing if the end is a plain date.
std::string widen(const End& end, PartialDate& first, PartialDate& last) {
  first = end.date;
  last = end.date;
  if (end.quarter != 0) {
    set_months(end.quarter * 3 - 2, end.quarter * 3, first, last);
    return "quarter";
  }
  if (end.half != 0) {
    set_months(end.half * 6 - 5, end.half * 6, first, last);
    return "half";
  }
  if (end.months != 0) {
    const bool at_end = end.position == "end";
    set_months(at_end ? 13 - end.months : 1, at_end ? 12 : end.months, first, last);
    return end.months == 6 ? "half" : "months";
  }
  if (end.decade >= 0) {
    const int full = end.decade >= 100 ? end.decade : end.decade + (end.decade >= 20 ? 1900 : 2000);
    first.year = full / 10 * 10;
    last.year = first.year + 9;
    return "decade";
  }
  if (end.century != 0) {
    first.year = end.century * 100 - 99;
    last.year = end.century * 100;
    return "century";
  }
  return {};
}

bool is_possible(const PartialDate& date, bool lunar) {
  if (date.hour == 24 && (date.minute > 0 || date.second > 0)) return false;
  if (date.day == 0) return true;
  if (lunar) return date.day <= 30;
  return date.month == 0 || date.day <= days_in_month(date.year, date.month);
}

bool is_whole(const PartialDate& date) { return date.year != 0 && date.month != 0 && date.day != 0; }

std::string told_kind(const DateExpression& date, bool relative) {
  if (relative) return "relative";
  if (date.unit == "months") return "period";
  if (!date.unit.empty()) return date.unit;
  if (date.interval) return "period";
  if (date.from.hour >= 0) return "time";
  if (date.from.day != 0) return "date";
  if (date.from.month != 0) return "month";
  return date.from.year != 0 ? "year" : "weekday";
}

void set_modifier(const DateSpec& spec, const Whole& whole, DateExpression& date) {
  const std::string_view part = day_part(whole.from.part_of_day.empty() ? whole.to.part_of_day : whole.from.part_of_day);
  date.modifier = spec.modifier.empty() ? std::string(part) : spec.modifier;
}

void set_flags(const Whole& whole, DateExpression& date) {
  const auto conflicts = [](int weekday, const PartialDate& d) { return weekday != 0 && is_whole(d) && weekday_of(d) != weekday; };
  const bool solar = date.calendar != "lunar";
  if (solar && (conflicts(whole.from.weekday, date.from) || (date.interval && conflicts(whole.to.weekday, date.to)))) {
    date.flags.emplace_back("weekday-conflict");
  }
  const bool yearless = date.from.year == 0 && date.to.year == 0;
  if (date.interval && is_later(date.from, date.to) && !(yearless && spans_new_year(date.from, date.to)))
    date.flags.emplace_back("reversed");
}

// The clock of both ends. A part of the day said of one end holds for the
// other too, unless the hours then ran backwards.
void set_hours(End& from, End& to) {
  const std::string from_part = from.part_of_day;
  if (from.date.hour >= 0 && !from_part.empty()) from.date.hour = clock_hour(from.date.hour, from_part);
  if (to.date.hour < 0) return;
  if (!to.part_of_day.empty()) {
    to.date.hour = clock_hour(to.date.hour, to.part_of_day);
    const int shifted = clock_hour(from.date.hour, to.part_of_day);
    if (from_part.empty() && from.date.hour >= 0 && shifted <= to.date.hour) from.date.hour = shifted;
  } else if (to.date.hour < from.date.hour) {
    to.date.hour = clock_hour(to.date.hour, from_part);
  }
}

// Fills both ends of `date` from the two ends of the expression.
void set_ends(Whole& whole, DateExpression& date) {
  set_hours(whole.from, whole.to);
  bool from_inherits = false;
  bool to_inherits = false;
  if (whole.to.present) {
    inherit(whole.from.date, whole.to.date, from_inherits);
    inherit(whole.to.date, whole.from.date, to_inherits);
  }
  PartialDate last;
  date.unit = widen(whole.from, date.from, last);
  date.interval = whole.to.present || !date.unit.empty();
  date.to = last;
  if (whole.to.present) {
    PartialDate first;
    const std::string unit = widen(whole.to, first, date.to);
    if (unit != date.unit) date.unit.clear();
  }
  if (from_inherits && spans_new_year(date.from, date.to)) --date.from.year;
  if (to_inherits && spans_new_year(date.from, date.to)) ++date.to.year;
}

}  // namespace

std::optional<DateExpression> compose_date(const DateSpec& spec) {
  Whole whole;
  for (const DatePart& part : spec.parts) read_part(part, whole);
  if (!whole.readable || !whole.from.readable || !whole.to.readable) return std::nullopt;
  if (!whole.from.present && !whole.to.present && !whole.offset) return std::nullopt;
  DateExpression date;
  date.calendar = spec.calendar;
  set_ends(whole, date);
  const bool lunar = spec.calendar == "lunar";
  if (!is_possible(date.from, lunar) || (date.interval && !is_possible(date.to, lunar))) return std::nullopt;
  if (whole.offset) {
    date.offset = *whole.offset;
    date.offset_unit = whole.unit.empty() ? "day" : whole.unit;
  }
  date.weekday = whole.from.weekday;
  date.kind = spec.kind.empty() ? told_kind(date, whole.offset.has_value()) : spec.kind;
  set_modifier(spec, whole, date);
  set_flags(whole, date);
  if (!date.interval) date.to = {};
  return date;
}

}  // namespace boctach
