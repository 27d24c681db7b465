#ifndef BOCTACH_MATCHING_RULE_COST_H_
#define BOCTACH_MATCHING_RULE_COST_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/matcher.h"

namespace boctach {

// What it costs to run one rule over a corpus.
struct RuleCost {
  const Rule* rule = nullptr;
  std::size_t starts = 0;             // literals one of which every match starts with; 0: not known
  std::size_t shortest = 0;           // bytes of the shortest of them
  std::vector<std::string> literals;  // of the gate, in folded case: those starts, or the best of the sets needed
  std::size_t needed = 0;             // sets of literals of which every match holds one
  bool looked_up = false;             // a lexicon, found without an expression
  int program = 0;                    // instructions
  std::size_t followed = 0;           // places where a match went beyond its first byte
  std::size_t matches = 0;
  double nanoseconds = 0;  // over the whole corpus, the best of three passes

  // True if nothing must stand in every match.
  [[nodiscard]] bool is_ungated() const { return starts == 0 && needed == 0 && !looked_up; }
};

// An article, cleaned, with what the cascade found in it.
struct CostArticle {
  std::string clean;
  Findings findings;
};

// All enabled rules but cleaning ones, in the order they run. `rules` must hold without an error.
std::vector<RuleCost> measure_costs(const RuleSet& rules, const std::vector<CostArticle>& articles);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_RULE_COST_H_
