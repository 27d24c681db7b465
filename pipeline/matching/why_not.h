#ifndef BOCTACH_MATCHING_WHY_NOT_H_
#define BOCTACH_MATCHING_WHY_NOT_H_

#include <string_view>
#include <vector>

#include "boctach/explanation.h"

namespace boctach {

// Why the pattern of a rule matched nowhere, or not where it might have:
// `findings` are those of the cascade over `clean`, which is cleaned.
WhyNot why_not(const RuleSet& rules, const Rule& rule, std::string_view clean, const Findings& findings);

// The rules that came nearest to a match that touches `place`, in the clean text, the nearest first.
std::vector<WhyNot> why_not_at(const RuleSet& rules, std::string_view clean, const Findings& findings, Span place);

// Changes that let a rule match where it came near: an entry for the lexicon
// that did not know a word, or the word beside the part that did not accept it.
// Each was tried on the text.
std::vector<Proposal> propose(const RuleSet& rules, std::string_view clean, const Findings& findings, const std::vector<WhyNot>& reasons);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_WHY_NOT_H_
