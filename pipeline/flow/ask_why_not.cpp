#include "flow/ask_why_not.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "matching/why_not.h"

namespace boctach {
namespace {

// Whether a mention, or with `any` a candidate, touches what is asked for.
bool is_found(const Explanation& explanation, const ExplanationOptions& shown, bool any) {
  for (const Chrome& chrome : explanation.findings.chrome) {
    if (is_asked_for(*chrome.rule, shown) && is_asked_for(chrome.raw, shown)) return true;
  }
  const auto& all = explanation.findings.candidates;
  return std::any_of(all.begin(), all.end(), [&](const Candidate& candidate) {
    const bool counts = any || candidate.outcome == Outcome::Won || candidate.outcome == Outcome::Same;
    return counts && is_asked_for(*candidate.rule, shown) && is_asked_for(candidate.raw, shown);
  });
}

}  // namespace

void ask_why_not(const RuleSet& rules, const Rule* rule, const ExplanationOptions& shown, Explanation& explanation) {
  const std::string_view text = explanation.document.buffer.text();
  if (!explanation.record.ok || is_found(explanation, shown, false)) return;
  if (rule != nullptr) {
    WhyNot reason = why_not(rules, *rule, text, explanation.findings);
    // Where the pattern matched, its candidates have said it all.
    const bool is_new = !reason.misses.empty() || !reason.limits.empty() || !reason.dropped.empty() || !is_found(explanation, shown, true);
    if (is_new) explanation.why_not.push_back(std::move(reason));
  } else if (shown.place) {
    explanation.why_not = why_not_at(rules, text, explanation.findings, explanation.document.buffer.map().text(*shown.place));
  }
  explanation.proposals = propose(rules, text, explanation.findings, explanation.why_not);
}

}  // namespace boctach
