#ifndef BOCTACH_MATCHING_DATE_PARTS_H_
#define BOCTACH_MATCHING_DATE_PARTS_H_

#include <optional>
#include <string>
#include <vector>

#include "boctach/date_expression.h"

namespace boctach {

// A piece of a date as a rule captured it: `name` is a part of the rule format
// (day, month, year, hour, quarter, ...; with _end for the end of an interval).
struct DatePart {
  std::string name;
  std::string text;
};

// All that a composed field knows.
struct DateSpec {
  std::vector<DatePart> parts;
  std::string kind;      // empty: told from the parts
  std::string modifier;  // empty: the part of the day, if that is given
  std::string calendar;  // "lunar" or empty
  bool interval = false;
};

// The date these parts say, or nothing if there is no such date (31/6, month
// 13) or a part cannot be read. Numbers are integers, Roman numerals (quarter,
// half, century) or, for quarters, Vietnamese words. Years have four digits.
std::optional<DateExpression> compose_date(const DateSpec& spec);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_DATE_PARTS_H_
