#ifndef BOCTACH_FORMATS_SCORE_OUTPUT_H_
#define BOCTACH_FORMATS_SCORE_OUTPUT_H_

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "records/score.h"

namespace boctach {

// A score beside that of other records on the same gold.
struct ComparedScore {
  const Score& before;
  std::vector<JudgementChange> changes;
};

// For people: the rows, the rules, at most `most_errors` errors with their
// lines; with a comparison, how the rows moved and every change.
void show_score(std::ostream& output, const Score& score, std::size_t most_errors);
void show_comparison(std::ostream& output, const Score& score, const ComparedScore& comparison);

// One JSON object:
//   {"missing": [ids of gold without a record],
//    "scores": {ROW: {"tp", "fp", "fn", "precision", "recall", "f1"}},     four decimals
//    "rules": {ROW: {RULE: the same; "fn": what of the row it did not find}},
//    "errors": [{"row", "article", "verdict": missed|extra|wrong, "item", "wanted", "found", "rules", "context"}]}
// and, with a comparison (may be null), "baseline": {"scores", "changes":
// [{"kind": gained|lost|changed, "before", "after"}]}, each as an error, a
// verdict "right" among them.
std::string score_json(const Score& score, const ComparedScore* comparison);

// A rule's tally with what it did not find of the row.
Tally of_rule(const Score& score, const std::string& row, const Tally& tally);

const char* name_of(Verdict verdict);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_SCORE_OUTPUT_H_
