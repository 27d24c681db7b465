#ifndef BOCTACH_RECORDS_ANCHORING_H_
#define BOCTACH_RECORDS_ANCHORING_H_

#include "boctach/date_expression.h"

namespace boctach {

// `date`, written without a year, in this year (an interval over New Year ends in the next).
DateExpression in_year(DateExpression date, int year);

// `date`, written without a year, as read on the day the article appeared: the
// nearest such day not later than 60 days after it. With `ahead` (the sentence
// speaks of the future) a date that is not within 60 days on either side is the next one to come.
DateExpression near_day(const DateExpression& date, const PartialDate& published, bool ahead);

// A date told from the article's own (offset and unit), as of that day.
DateExpression from_day(const DateExpression& date, const PartialDate& published);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_ANCHORING_H_
