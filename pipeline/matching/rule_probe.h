#ifndef BOCTACH_MATCHING_RULE_PROBE_H_
#define BOCTACH_MATCHING_RULE_PROBE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/matcher.h"
#include "matching/compiled_rule.h"
#include "matching/view.h"

namespace boctach {

// A place where the pattern of a rule began to match and did not come to its end.
struct NearMiss {
  std::size_t matched = 0;  // parts
  std::size_t parts = 0;    // of the alternative of the pattern that came farthest
  std::string missing;      // the part that was next, as written
  Span span;                // what the parts matched, in the clean text
  Span saw;                 // the word where the missing part should have been
};

// A rule taken apart, to see how far its pattern comes.
class RuleProbe {
 public:
  // `rules` must outlive this and hold without an error.
  RuleProbe(const RuleSet& rules, const Rule& rule);

  // Where at least `least` parts matched, the farthest for each place where
  // something starts; places of whole matches are left out. `findings` are
  // those of the cascade over `clean`, which is cleaned.
  [[nodiscard]] std::vector<NearMiss> near_misses(std::string_view clean, const Findings& findings, std::size_t least) const;

 private:
  struct Beginning {
    std::unique_ptr<Expression> expression;
    std::size_t matched;
    std::size_t parts;
    std::string missing;
  };

  [[nodiscard]] std::vector<Folding> foldings(const Findings& findings) const;

  const RuleSet& rules_;
  const Rule& rule_;
  std::unique_ptr<Expression> whole_;
  std::vector<Beginning> beginnings_;  // the longest first
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_RULE_PROBE_H_
