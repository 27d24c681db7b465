#ifndef BOCTACH_MATCHING_JUDGE_H_
#define BOCTACH_MATCHING_JUDGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "boctach/mention.h"
#include "matching/compiled_rule.h"
#include "matching/gated_engine.h"
#include "matching/plain_engine.h"
#include "matching/view.h"

namespace boctach {

// A stretch of the clean text in which mentions of a label are not wanted.
struct HiddenStretch {
  std::string_view label;  // empty: every label (a veto)
  Span span;
  const Rule* rule = nullptr;
};

// What a rule is judged against.
struct Scene {
  std::string_view clean;
  const View& view;
  const std::vector<Mention>& mentions;      // of earlier stages
  const std::vector<HiddenStretch>& vetoes;  // of this stage
  const std::vector<HiddenStretch>& hidden;
  GatedEngine& engine;  // which found the matches
  // A match that fails is to be told by the first test it fails, in the order of
  // the rule format; if not, what is cheap is tested first.
  bool tells_why;
};

// A raw match after the tests of its own rule: `outcome` is Won if it passed
// all of them, else the first that it failed.
struct Trial {
  const CompiledRule* rule = nullptr;
  Span span;       // the mention, in the clean text
  Span view_span;  // the same in the view
  Span match;      // the whole match, in the clean text
  std::vector<Group> groups;
  std::vector<FieldValue> fields;
  Outcome outcome = Outcome::Won;
  std::string cause;
  const Rule* winner = nullptr;  // the rule that vetoed or hid it
  Span winner_span;
};

// Tests a match, whose groups need not be found yet: word edges, fields,
// context, except, vetoes, hides. Only Edge is always told before any other cause.
Trial judge(const CompiledRule& rule, RawMatch raw, const Scene& scene);

// The same tests for the elements of a coordinated list: one trial an element,
// in text order; the first one's span starts where the rule's starts.
std::vector<Trial> split_elements(const Trial& whole, const Scene& scene);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_JUDGE_H_
