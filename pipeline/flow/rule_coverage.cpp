#include "flow/rule_coverage.h"

#include <numeric>

namespace boctach {
namespace {

void add_candidates(const Findings& findings, RuleCoverage& coverage) {
  for (const Candidate& candidate : findings.candidates) {
    RuleUse& use = coverage.rules[candidate.rule->full_name()];
    ++use.outcomes[static_cast<std::size_t>(candidate.outcome)];
    if (candidate.winner != nullptr) ++use.beaten_by[candidate.winner->full_name()];
  }
  for (const Link& link : findings.links) ++coverage.rules[link.rule->full_name()].links;
  for (const Chrome& chrome : findings.chrome) ++coverage.rules[chrome.rule->full_name()].outcomes[static_cast<std::size_t>(Outcome::Won)];
}

void add_mentions(const Document& document, const Findings& findings, RuleCoverage& coverage) {
  for (const Mention& mention : findings.mentions) {
    for (const Rule* other : mention.also) ++coverage.same[{mention.rule->full_name(), other->full_name()}];
    for (const FieldValue& field : mention.fields) {
      if (!field.unknown || field.values.empty()) continue;
      UnknownValueUse& use = coverage.unknown[{mention.rule->full_name() + "." + std::string(field.name), field.values.front()}];
      if (use.count++ > 0) continue;
      use.first_article = document.id;
      use.first_raw = mention.early ? mention.raw.begin : document.buffer.map().source(mention.span).begin;
    }
  }
}

}  // namespace

std::size_t RuleUse::candidates() const { return std::accumulate(outcomes.begin(), outcomes.end(), std::size_t{0}); }

RuleCoverage cover(const RuleSet& rules, const Pipeline& pipeline, Source& source) {
  RuleCoverage coverage;
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      if (rule.enabled) coverage.rules[rule.full_name()];
    }
  }
  MatchOptions options;
  options.candidates = true;
  while (std::optional<Document> document = source.next()) {
    ++coverage.articles;
    if (!document->errors.empty()) {
      ++coverage.failed;
      continue;
    }
    pipeline.clean_characters(*document);
    const Findings findings = pipeline.matcher().run(*document, options);
    add_candidates(findings, coverage);
    add_mentions(*document, findings, coverage);
  }
  return coverage;
}

}  // namespace boctach
