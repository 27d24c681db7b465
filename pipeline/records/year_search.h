#ifndef BOCTACH_RECORDS_YEAR_SEARCH_H_
#define BOCTACH_RECORDS_YEAR_SEARCH_H_

#include <optional>
#include <string>
#include <vector>

#include "boctach/document.h"
#include "boctach/matcher.h"
#include "boctach/span.h"

namespace boctach {

// What the text of an article says about years, for dates written without one.
class YearSearch {
 public:
  // Both must outlive the search.
  YearSearch(const Document& document, const Findings& findings);

  // The year the text gives a date at `span`: the only one that stands free in
  // its sentence, else in the title, else, for a quarter, a half or so many
  // months, that of the nearest mention of the same kind.
  [[nodiscard]] std::optional<int> year_for(const DateExpression& date, Span span) const;

  // True if the sentence of `span` has a mention of the label future_cue.
  [[nodiscard]] bool looks_ahead(Span span) const;

 private:
  // A date mention that has a year.
  struct Dated {
    Span span;
    int year = 0;
    bool free = false;  // belongs to nothing but the sentence
    std::string unit;
    std::string kind;
  };

  void collect(const Findings& findings);
  [[nodiscard]] std::optional<int> only_year_in(Span region) const;
  [[nodiscard]] std::optional<int> year_of_kind(const DateExpression& date, Span span) const;
  [[nodiscard]] Span sentence_of(Span span) const;

  std::string_view text_;
  std::vector<Span> sentences_;
  Span title_;
  std::vector<Dated> dated_;  // in text order
  std::vector<Span> cues_;    // in text order
};

}  // namespace boctach

#endif  // BOCTACH_RECORDS_YEAR_SEARCH_H_
