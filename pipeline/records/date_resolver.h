#ifndef BOCTACH_RECORDS_DATE_RESOLVER_H_
#define BOCTACH_RECORDS_DATE_RESOLVER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/date_expression.h"
#include "boctach/span.h"
#include "records/year_search.h"

namespace boctach {

// What a date is worth. Empty strings: not known, or not to be said.
struct ResolvedDate {
  std::string value;
  std::string precision;
  std::string anchor;              // published or text, where the year (or the day) was inferred
  std::vector<std::string> flags;  // of the expression, and what only the year shows
};

// Gives dates their values; a missing year by one policy: the article's date,
// else the text around, else none. Never looks at the clock.
class DateResolver {
 public:
  // `published` is ISO 8601 or empty; only a whole day anchors anything.
  // `years` must outlive the resolver.
  DateResolver(const YearSearch& years, std::string_view published);

  // `span`: where the date stands in the clean text; none if it was dropped from it.
  [[nodiscard]] ResolvedDate resolve(const DateExpression& date, std::optional<Span> span) const;

 private:
  const YearSearch& years_;
  std::optional<PartialDate> published_;
};

}  // namespace boctach

#endif  // BOCTACH_RECORDS_DATE_RESOLVER_H_
