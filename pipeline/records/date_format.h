#ifndef BOCTACH_RECORDS_DATE_FORMAT_H_
#define BOCTACH_RECORDS_DATE_FORMAT_H_

#include <optional>
#include <string>
#include <string_view>

#include "boctach/date_expression.h"

namespace boctach {

// ISO 8601, an interval as start/end; XXXX for a year that is not known
// (EDTF). Empty if the expression names no point of the calendar or clock.
std::string format_date(const DateExpression& date);

// year, month, day, hour, minute, second, or the unit the expression stands
// for: quarter, half, decade, century. Empty if it names nothing.
std::string precision_of(const DateExpression& date);

// The date an ISO value begins with (2021, 2021-12, 2021-12-02, then perhaps
// T and a clock that is not read), or nothing.
std::optional<PartialDate> parse_iso_date(std::string_view value);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_DATE_FORMAT_H_
