#ifndef BOCTACH_MATCHING_RULE_PROBE_H_
#define BOCTACH_MATCHING_RULE_PROBE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/explanation.h"
#include "boctach/matcher.h"
#include "matching/compiled_rule.h"
#include "matching/view.h"

namespace boctach {

// A rule taken apart, to see how far its pattern comes.
class RuleProbe {
 public:
  // `rules` must outlive this and hold without an error.
  RuleProbe(const RuleSet& rules, const Rule& rule);

  // Where at least `least` parts matched, the farthest for each place where
  // something starts; places of whole matches are left out. `findings` are
  // those of the cascade over `clean`, which is cleaned.
  [[nodiscard]] std::vector<NearMiss> near_misses(std::string_view clean, const Findings& findings, std::size_t least) const;

  // One of these stands in every match, and the text has none: where the first
  // such set of literals is missing; else nothing.
  [[nodiscard]] std::vector<std::string> missing_literals(std::string_view clean, const Findings& findings) const;

  // True if the pattern matches somewhere and the match touches `place`.
  [[nodiscard]] bool matches_at(std::string_view clean, const Findings& findings, Span place) const;

 private:
  struct Beginning {
    std::unique_ptr<Expression> expression;
    std::size_t matched;
    std::size_t parts;
    std::string missing;
    bool at_front = false;  // all parts but the first
  };

  [[nodiscard]] std::vector<Folding> foldings(const Findings& findings) const;

  const RuleSet& rules_;
  const Rule& rule_;
  std::unique_ptr<Expression> whole_;
  std::vector<Beginning> beginnings_;  // the longest first
};

// A literal of a gate as rules write it: the symbol of a label as {{@label}}.
std::string readable_literal(const RuleSet& rules, const std::string& literal);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_RULE_PROBE_H_
