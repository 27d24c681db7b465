#include "matching/why_not.h"

#include <algorithm>
#include <utility>

#include "matching/rule_probe.h"
#include "rules/pattern_parts.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t most_misses = 5;   // of a rule
constexpr std::size_t most_reasons = 3;  // of a place

// a / b, as far as one can be compared with another.
bool is_farther(const NearMiss& a, const NearMiss& b) {
  const std::size_t left = a.matched * b.parts;
  const std::size_t right = b.matched * a.parts;
  return left != right ? left > right : a.span.size() > b.span.size();
}

}  // namespace

WhyNot why_not(const RuleSet& rules, const Rule& rule, std::string_view clean, const Findings& findings) {
  const RuleProbe probe(rules, rule);
  WhyNot reason;
  reason.rule = &rule;
  reason.missing_literals = probe.missing_literals(clean, findings);
  reason.misses = probe.near_misses(clean, findings, 1);
  if (reason.misses.size() > most_misses) reason.misses.resize(most_misses);
  if (reason.misses.empty() && reason.missing_literals.empty()) reason.beginning = pattern_parts(rule.pattern.value).front().front();
  return reason;
}

std::vector<WhyNot> why_not_at(const RuleSet& rules, std::string_view clean, const Findings& findings, Span place) {
  std::vector<WhyNot> reasons;
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      if (!rule.enabled || rule.veto || rule.link || rule.clean.drop != Drop::None) continue;
      const RuleProbe probe(rules, rule);
      if (!probe.may_come_near(clean, findings, place)) continue;
      std::vector<NearMiss> misses = probe.near_misses(clean, findings, 2, place);
      std::erase_if(misses, [&](const NearMiss& miss) {
        return !hull(miss.span, miss.saw).overlaps(place) || miss.matched * 2 < miss.parts || !is_word_edge(clean, miss.span.end);
      });
      if (misses.empty()) continue;
      std::stable_sort(misses.begin(), misses.end(), is_farther);
      misses.resize(1);
      reasons.push_back({&rule, {}, std::move(misses), {}});
    }
  }
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const WhyNot& a, const WhyNot& b) { return is_farther(a.misses.front(), b.misses.front()); });
  if (reasons.size() > most_reasons) reasons.resize(most_reasons);
  return reasons;
}

}  // namespace boctach
