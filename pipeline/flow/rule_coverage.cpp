#include "flow/rule_coverage.h"

#include <algorithm>
#include <numeric>

#include "flow/marked_text.h"

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

std::map<std::string, ExampleUse> cover_examples(const RuleSet& rules, const Matcher& matcher) {
  std::map<std::string, ExampleUse> uses;
  MatchOptions options;
  options.candidates = true;
  options.cleaning = false;
  for (const Pack& pack : rules.packs) {
    options.until_pack = pack.name;
    for (const Rule& rule : pack.rules) {
      if (!rule.enabled || rule.veto || rule.link || rule.clean.drop != Drop::None) continue;
      ExampleUse& use = uses[rule.full_name()];
      for (const Example& example : rule.examples) {
        if (example.counter || example.todo) continue;
        const MarkedText marked = read_marks(example.text.value);
        Document document;
        document.buffer = TextBuffer(marked.text);
        const Findings findings = matcher.run(document, options);
        const std::size_t before = use.alone;
        for (const Span span : marked.spans) {
          const auto finds_it = [&](const Candidate& candidate) {
            const bool passed = candidate.outcome == Outcome::Lost || candidate.outcome == Outcome::Same;
            return candidate.rule != &rule && passed && candidate.rule->label == rule.label && candidate.span == span;
          };
          ++use.mentions;
          if (std::none_of(findings.candidates.begin(), findings.candidates.end(), finds_it)) ++use.alone;
        }
        if (use.alone > before) use.saved.push_back(example.mark);
      }
    }
  }
  return uses;
}

}  // namespace boctach
