#ifndef BOCTACH_EXPLANATION_H_
#define BOCTACH_EXPLANATION_H_

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "boctach/document.h"
#include "boctach/matcher.h"
#include "boctach/record.h"
#include "boctach/span.h"

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

// A place where the pattern of a rule began to match and did not come to its end.
struct NearMiss {
  std::size_t matched = 0;  // parts
  std::size_t parts = 0;    // of the alternative of the pattern that came farthest
  std::string missing;      // the part that was next, as written
  Span span;                // what the parts matched, in the clean text
  Span saw;               // the word where the missing part should have been, with a line break that stands between; empty: the scope ends
  bool at_front = false;  // the missing part is the first one: all others matched behind `saw`
};

// A place where the pattern of a cleaning rule matched and nothing was dropped.
struct UnmetLimit {
  Span span;          // of the match, in the clean text
  std::string limit;  // the first that did not hold: "whole line", "max_line", "after", "drop-repeat"
};

// Why the pattern of a rule matched nowhere, or not at a place.
struct WhyNot {
  const Rule* rule = nullptr;
  // One of these must stand in every match, and none stands in the text; symbols written as {{@label}}.
  std::vector<std::string> missing_literals;
  std::vector<NearMiss> misses;    // the farthest first
  std::vector<UnmetLimit> limits;  // of a cleaning rule
  // In Findings::chrome, where the pattern matches what was dropped.
  std::vector<std::size_t> dropped;
  // The first part that the pattern cannot do without, if not even that was found and there is nothing else to say.
  std::string beginning;
};

// A change of the rules with which a rule finds something where it found
// nothing: tried before it is proposed.
struct Proposal {
  const Rule* rule = nullptr;
  std::string overlay;  // a YAML file
  std::string found;    // the text of the mention it gives
};

// What happened to one article on its way to the record.
struct Explanation {
  std::vector<FilterStep> filters;
  Document document;  // with the text that was left
  Findings findings;  // with candidates and views
  Record record;
  std::vector<WhyNot> why_not;  // only if asked for
  std::vector<Proposal> proposals;
};

struct ExplanationOptions {
  std::string only;           // candidates, links and dropped lines of this rule (pack/id) or pack; empty: all
  std::optional<Span> place;  // what touched this stretch of the original bytes alone
  bool colour = false;
};

// For people.
void write_explanation(std::ostream& output, const Explanation& explanation, const ExplanationOptions& options);

// For tools: one JSON object. Places are bytes of the article as it came in.
std::string explanation_json(const Explanation& explanation, const ExplanationOptions& options);

// The same for Explanation::why_not and Explanation::proposals, which write_explanation() leaves out.
void write_why_not(std::ostream& output, const Explanation& explanation, const ExplanationOptions& options);

// True if `options.only` asks for the rule.
bool is_asked_for(const Rule& rule, const ExplanationOptions& options);
// True if `options.place` does not speak against the stretch.
bool is_asked_for(Span raw, const ExplanationOptions& options);

// The text a link gives; empty if its mention has no such field.
std::string link_value(const Explanation& explanation, const Link& link);

// "won", "edge", "lost", ...
std::string outcome_name(Outcome outcome);

}  // namespace boctach

#endif  // BOCTACH_EXPLANATION_H_
