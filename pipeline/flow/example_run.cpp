#include "flow/example_run.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "formats/cause_words.h"
#include "formats/value_words.h"
#include "records/year_search.h"
#include "text/messages.h"

namespace boctach {
namespace {

std::string outcome_of(const Candidate& candidate) { return candidate.outcome == Outcome::Won ? say("found") : cause_in_words(candidate); }

std::map<std::string, std::string> fields_of(const Mention& mention, const DateResolver& resolver) {
  std::map<std::string, std::string> fields;
  for (const FieldValue& field : mention.fields) {
    if (!field.date) {
      fields[std::string(field.name)] = joined(field.values, " | ");
      continue;
    }
    const ResolvedDate date = resolver.resolve(*field.date, mention.early ? std::nullopt : std::optional(mention.span));
    fields[std::string(field.name)] = date.value;
    fields.emplace("kind", field.date->kind);
    fields.emplace("precision", date.precision);
    fields.emplace("anchor", date.anchor);
    fields.emplace("modifier", field.date->modifier);
    fields.emplace("flags", joined(date.flags, " | "));
  }
  return fields;
}

}  // namespace

ExampleRun::ExampleRun(const Matcher& matcher, const Rule& rule, const Example& example)
    : rule_(rule), marked_(read_marks(example.text.value)) {
  document_.buffer = TextBuffer(marked_.text);
  document_.metadata.published = example.published;
  document_.metadata.title = example.title;
  MatchOptions options;
  options.candidates = true;
  options.cleaning = rule.clean.drop != Drop::None;
  options.until_pack = rule.pack;
  findings_ = matcher.run(document_, options);
  collect();
}

const Rule* ExampleRun::winner() const {
  for (const Candidate& candidate : findings_.candidates) {
    const bool passed = candidate.outcome == Outcome::Lost || candidate.outcome == Outcome::Same;
    const bool marked = std::find(marked_.spans.begin(), marked_.spans.end(), candidate.span) != marked_.spans.end();
    if (candidate.rule == &rule_ && candidate.winner != &rule_ && passed && marked) return candidate.winner;
  }
  return nullptr;
}

std::string ExampleRun::trace() const {
  std::string text;
  for (const Candidate& candidate : findings_.candidates) {
    const auto touches = [&](Span span) { return span.overlaps(candidate.span); };
    const bool near = std::any_of(marked_.spans.begin(), marked_.spans.end(), touches);
    if (candidate.rule != &rule_ && !(near && candidate.outcome == Outcome::Won)) continue;
    text += (text.empty() ? "" : "; ") + candidate.rule->id + " '" + std::string(candidate.span.of(document_.buffer.text())) +
            "': " + outcome_of(candidate);
  }
  return text.empty() ? say("the pattern matched nowhere") : text;
}

void ExampleRun::collect() {
  const YearSearch years(document_, findings_);
  const DateResolver resolver(years, document_.metadata.published);
  if (rule_.clean.drop != Drop::None) {
    for (const Chrome& chrome : findings_.chrome) {
      if (chrome.rule == &rule_) found_.push_back({chrome.raw, {}});
    }
  } else if (rule_.link) {
    collect_links(resolver);
  } else {
    for (const Mention& mention : findings_.mentions) {
      if (mention.rule == &rule_) found_.push_back({mention.span, fields_of(mention, resolver)});
    }
  }
}

void ExampleRun::collect_links(const DateResolver& resolver) {
  for (const Candidate& candidate : findings_.candidates) {
    if (candidate.rule == &rule_ && candidate.outcome == Outcome::Won) found_.push_back({candidate.span, {}});
  }
  for (const Link& link : findings_.links) {
    if (link.rule != &rule_) continue;
    const std::string value = value_of(link, resolver);
    for (Finding& finding : found_) {
      if (finding.span != link.match) continue;
      std::string& field = finding.fields[std::string(link.field)];
      if (field.empty()) {
        field = value;
      } else if ((" | " + field + " | ").find(" | " + value + " | ") == std::string::npos) {
        field += " | " + value;
      }
    }
  }
}

std::string ExampleRun::value_of(const Link& link, const DateResolver& resolver) const {
  if (!link.value) return link.value_field.empty() ? std::string(link.span.of(document_.buffer.text())) : std::string();
  const Mention& mention = findings_.mentions[*link.value];
  const auto fields = fields_of(mention, resolver);
  const auto named = fields.find(link.value_field.empty() ? "value" : std::string(link.value_field));
  if (named != fields.end()) return named->second;
  return link.value_field.empty() ? std::string(mention.span.of(document_.buffer.text())) : std::string();
}

}  // namespace boctach
