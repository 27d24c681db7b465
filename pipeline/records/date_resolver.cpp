#include "records/date_resolver.h"

#include "matching/calendar.h"
#include "records/anchoring.h"
#include "records/date_format.h"

namespace boctach {
namespace {

// Where the year is said, the rule has seen it.
bool contradicts_weekday(const DateExpression& date) {
  const bool whole = date.from.month != 0 && date.from.day != 0;
  return date.weekday != 0 && whole && date.calendar != "lunar" && weekday_of(date.from) != date.weekday;
}

ResolvedDate worth(const DateExpression& date, std::string anchor) {
  ResolvedDate result{format_date(date), precision_of(date), std::move(anchor), date.flags};
  if (result.value.empty()) return {{}, {}, {}, date.flags};
  if (!result.anchor.empty() && contradicts_weekday(date)) result.flags.emplace_back("weekday-conflict");
  return result;
}

// A clock alone asks for no year.
bool is_clock_alone(const DateExpression& date) {
  return date.from.hour >= 0 && date.from.day == 0 && date.from.month == 0 && date.weekday == 0;
}

bool exists(const PartialDate& day) {
  if (day.day == 0) return true;
  DateExpression date;
  date.from = {day.year, day.month, day.day, -1, -1, -1};
  return parse_iso_date(format_date(date)).has_value();
}

bool has_real_days(const DateExpression& date) {
  return date.calendar == "lunar" || (exists(date.from) && (!date.interval || exists(date.to)));
}

}  // namespace

DateResolver::DateResolver(const YearSearch& years, std::string_view published) : years_(years), published_(parse_iso_date(published)) {
  if (published_ && published_->day == 0) published_.reset();
}

ResolvedDate DateResolver::resolve(const DateExpression& date, std::optional<Span> span) const {
  if (!date.offset_unit.empty()) return published_ ? worth(from_day(date, *published_), "published") : ResolvedDate{};
  if (date.from.year != 0 || is_clock_alone(date)) return worth(date, {});
  if (published_) return worth(near_day(date, *published_, span && years_.looks_ahead(*span)), "published");
  if (date.from.month != 0 && span) {
    if (const std::optional<int> year = years_.year_for(date, *span)) {
      const DateExpression dated = in_year(date, *year);
      if (has_real_days(dated)) return worth(dated, "text");
    }
  }
  // The end of February is the 28th in most years.
  DateExpression yearless = date;
  if (!date.unit.empty() && date.to.month == 2) yearless.to.day = 28;
  return worth(yearless, {});
}

}  // namespace boctach
