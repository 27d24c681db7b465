#ifndef BOCTACH_MATCHING_PLAIN_ENGINE_H_
#define BOCTACH_MATCHING_PLAIN_ENGINE_H_

#include <vector>

#include "matching/compiled_rule.h"
#include "matching/view.h"

namespace boctach {

// A match of a rule's expression, before anything is asked of it. All spans
// are in the view.
struct RawMatch {
  Expression::Match match;
  Span region;  // of the rule's scope
};

// The candidates of a rule, by definition: for every position of the view in
// its scope the leftmost-first match that starts there. Slow and obviously
// right: the oracle of any faster engine.
std::vector<RawMatch> find_all(const CompiledRule& rule, const View& view);

// What a rule that is one lexicon makes of an entry it found.
RawMatch lexicon_match(const CompiledRule& rule, Span span, Span region);

// The same in one region of the view, behind those already in `found`.
void find_in(const CompiledRule& rule, const View& view, Span region, std::vector<RawMatch>& found);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_PLAIN_ENGINE_H_
