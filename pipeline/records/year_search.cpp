#include "records/year_search.h"

#include <algorithm>
#include <set>

#include "text/sentences.h"
#include "text/unicode.h"

namespace boctach {
namespace {

const FieldValue* dated_value(const Mention& mention) {
  const FieldValue* value = mention.field("value");
  return value != nullptr && value->date ? value : nullptr;
}

// A stretch longer than a year gives none.
int single_year(const DateExpression& date) {
  if (!date.offset_unit.empty() || (date.interval && date.to.year != date.from.year)) return 0;
  return date.from.year;
}

bool is_blank(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const Decoded letter = decode(line, i);
    if (!is_space(letter.code_point)) return false;
    i += letter.size;
  }
  return true;
}

// A pair of dates in brackets is the life of somebody or something.
bool is_bracketed(std::string_view text, Span span) {
  return span.begin > 0 && span.end < text.size() && text[span.begin - 1] == '(' && text[span.end] == ')';
}

// Answers whether a span lies inside one of many.
class Cover {
 public:
  explicit Cover(std::vector<Span> spans) : spans_(std::move(spans)) {
    std::sort(spans_.begin(), spans_.end());
    std::size_t end = 0;
    for (const Span& span : spans_) ends_.push_back(end = std::max(end, span.end));
  }
  [[nodiscard]] bool contains(Span span) const {
    const auto behind = std::upper_bound(spans_.begin(), spans_.end(), span.begin, [](std::size_t at, Span s) { return at < s.begin; });
    return behind != spans_.begin() && ends_[static_cast<std::size_t>(behind - spans_.begin()) - 1] >= span.end;
  }

 private:
  std::vector<Span> spans_;
  std::vector<std::size_t> ends_;  // the furthest end among the spans so far
};

// All mentions but dates; one that covers just a date says nothing about it.
Cover other_mentions(const Findings& findings) {
  std::set<Span> dates;
  for (const Mention& mention : findings.mentions) {
    if (!mention.early && dated_value(mention) != nullptr) dates.insert(mention.span);
  }
  std::vector<Span> others;
  for (const Mention& mention : findings.mentions) {
    if (!mention.early && dated_value(mention) == nullptr && !dates.contains(mention.span)) others.push_back(mention.span);
  }
  return Cover(std::move(others));
}

std::size_t distance(Span a, Span b) { return a.end <= b.begin ? b.begin - a.end : a.begin - std::min(a.begin, b.end); }

}  // namespace

YearSearch::YearSearch(const Document& document, const Findings& findings)
    : text_(document.buffer.text()), sentences_(split_sentences(text_)) {
  for (const Span& line : split_lines(text_)) {
    if (is_blank(line.of(text_))) continue;
    title_ = line;
    break;
  }
  collect(findings);
}

void YearSearch::collect(const Findings& findings) {
  const Cover others = other_mentions(findings);
  std::set<std::size_t> given;  // dates that belong to another mention
  for (const Link& link : findings.links) {
    if (link.value) given.insert(*link.value);
  }
  for (std::size_t i = 0; i < findings.mentions.size(); ++i) {
    const Mention& mention = findings.mentions[i];
    if (mention.early) continue;
    if (mention.rule->label == "future_cue") cues_.push_back(mention.span);
    const FieldValue* value = dated_value(mention);
    if (value == nullptr || single_year(*value->date) == 0) continue;
    const bool pair = value->date->kind == "period" && is_bracketed(text_, mention.span);
    const bool free = !pair && !given.contains(i) && !others.contains(mention.span);
    dated_.push_back({mention.span, single_year(*value->date), free, value->date->unit, value->date->kind});
  }
  std::sort(dated_.begin(), dated_.end(), [](const Dated& a, const Dated& b) { return a.span < b.span; });
  std::sort(cues_.begin(), cues_.end());
}

Span YearSearch::sentence_of(Span span) const {
  const auto behind =
      std::upper_bound(sentences_.begin(), sentences_.end(), span.begin, [](std::size_t at, Span s) { return at < s.begin; });
  return behind == sentences_.begin() ? span : hull(*(behind - 1), span);
}

bool YearSearch::looks_ahead(Span span) const {
  const Span sentence = sentence_of(span);
  const auto first = std::lower_bound(cues_.begin(), cues_.end(), Span{sentence.begin, sentence.begin});
  return first != cues_.end() && first->end <= sentence.end;
}

std::optional<int> YearSearch::only_year_in(Span region) const {
  std::optional<int> year;
  auto date =
      std::lower_bound(dated_.begin(), dated_.end(), region.begin, [](const Dated& d, std::size_t at) { return d.span.begin < at; });
  for (; date != dated_.end() && date->span.begin < region.end; ++date) {
    if (!date->free || !region.contains(date->span)) continue;
    if (year && *year != date->year) return std::nullopt;
    year = date->year;
  }
  return year;
}

std::optional<int> YearSearch::year_of_kind(const DateExpression& date, Span span) const {
  if (date.unit != "quarter" && date.unit != "half" && date.unit != "months") return std::nullopt;
  const Dated* nearest = nullptr;
  for (const Dated& other : dated_) {
    if (other.unit != date.unit || other.kind != date.kind || other.span == span) continue;
    if (nearest == nullptr || distance(other.span, span) < distance(nearest->span, span)) nearest = &other;
  }
  return nearest == nullptr ? std::nullopt : std::optional<int>(nearest->year);
}

std::optional<int> YearSearch::year_for(const DateExpression& date, Span span) const {
  if (const auto year = only_year_in(sentence_of(span))) return year;
  if (const auto year = only_year_in(title_)) return year;
  return year_of_kind(date, span);
}

}  // namespace boctach
