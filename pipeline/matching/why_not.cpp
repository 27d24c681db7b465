#include "matching/why_not.h"

#include <algorithm>
#include <utility>

#include "matching/cleaning.h"
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

// The first limit of a cleaning rule that does not hold where its pattern matched; empty if all do, as far as can be seen
// in what is left of the text.
std::string unmet_limit(const Rule& rule, std::string_view clean, Span match) {
  const CleanRule& limits = rule.clean;
  const Span line = line_around(clean, match);
  const std::string_view words = without_spaces(clean, line).of(clean);
  if (limits.drop != Drop::Match && words != without_spaces(clean, match).of(clean)) return "whole line";
  if (limits.max_line > 0 && count_code_points(line.of(clean)) > static_cast<std::size_t>(limits.max_line)) return "max_line";
  if (static_cast<double>(line.begin) < limits.after * static_cast<double>(clean.size())) return "after";
  return limits.drop == Drop::Repeat ? "drop-repeat" : "";
}

std::vector<UnmetLimit> unmet_limits(const Rule& rule, std::string_view clean, const std::vector<Span>& matches) {
  std::vector<UnmetLimit> unmet;
  if (rule.clean.drop == Drop::None) return unmet;
  std::size_t end = 0;  // of the last one
  for (const Span match : matches) {
    if (match.empty() || match.begin < end) continue;
    end = match.end;
    std::string limit = unmet_limit(rule, clean, match);
    if (!limit.empty()) unmet.push_back({match, std::move(limit)});
    if (unmet.size() == most_misses) break;
  }
  return unmet;
}

// What the first alternative cannot begin without; its first part if it needs none.
std::string first_required_part(std::string_view pattern) {
  const std::vector<std::string> parts = pattern_parts(pattern).front();
  const auto required = std::find_if_not(parts.begin(), parts.end(), is_optional_part);
  return required == parts.end() ? parts.front() : *required;
}

}  // namespace

WhyNot why_not(const RuleSet& rules, const Rule& rule, std::string_view clean, const Findings& findings) {
  const RuleProbe probe(rules, rule);
  WhyNot reason;
  reason.rule = &rule;
  if (!rule.enabled) return reason;
  for (std::size_t i = 0; i < findings.chrome.size(); ++i) {
    if (rule.clean.drop == Drop::None && !probe.matches(findings.chrome[i].text, {}).empty()) reason.dropped.push_back(i);
  }
  if (!reason.dropped.empty()) return reason;
  reason.missing_literals = probe.missing_literals(clean, findings);
  reason.misses = probe.near_misses(clean, findings, 1);
  if (reason.misses.size() > most_misses) reason.misses.resize(most_misses);
  const std::vector<Span> matches = probe.matches(clean, findings);
  reason.limits = unmet_limits(rule, clean, matches);
  if (reason.misses.empty() && reason.missing_literals.empty() && matches.empty())
    reason.beginning = first_required_part(rule.pattern.value);
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
      reasons.push_back({&rule, {}, std::move(misses), {}, {}, {}});
    }
  }
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const WhyNot& a, const WhyNot& b) { return is_farther(a.misses.front(), b.misses.front()); });
  if (reasons.size() > most_reasons) reasons.resize(most_reasons);
  return reasons;
}

}  // namespace boctach
