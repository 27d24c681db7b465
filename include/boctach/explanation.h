#ifndef BOCTACH_EXPLANATION_H_
#define BOCTACH_EXPLANATION_H_

#include <ostream>
#include <string>
#include <vector>

#include "boctach/document.h"
#include "boctach/matcher.h"
#include "boctach/record.h"

namespace boctach {

// A stretch that a filter changed.
struct CharacterChange {
  Span raw;  // in the original bytes
  std::string before;
  std::string after;  // empty: dropped
};

struct FilterStep {
  std::string name;
  std::vector<CharacterChange> changes;
};

// What happened to one article on its way to the record.
struct Explanation {
  std::vector<FilterStep> filters;
  Document document;  // with the text that was left
  Findings findings;  // with candidates and views
  Record record;
};

struct ExplanationOptions {
  std::string only;  // candidates, links and dropped lines of this rule (pack/id) or pack; empty: all
  bool colour = false;
};

// For people.
void write_explanation(std::ostream& output, const Explanation& explanation, const ExplanationOptions& options);

// For tools: one JSON object. Places are bytes of the article as it came in.
std::string explanation_json(const Explanation& explanation, const ExplanationOptions& options);

// True if `options.only` asks for the rule.
bool is_asked_for(const Rule& rule, const ExplanationOptions& options);

// The text a link gives; empty if its mention has no such field.
std::string link_value(const Explanation& explanation, const Link& link);

// "won", "edge", "lost", ...
std::string outcome_name(Outcome outcome);

}  // namespace boctach

#endif  // BOCTACH_EXPLANATION_H_
