#ifndef BOCTACH_MATCHING_RULE_PROBE_H_
#define BOCTACH_MATCHING_RULE_PROBE_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/explanation.h"
#include "boctach/matcher.h"
#include "matching/compiled_rule.h"
#include "matching/view.h"

namespace boctach {

// A rule taken apart, to see how far its pattern comes. Its pieces are compiled when they are first asked for: one
// object is for one thread.
class RuleProbe {
 public:
  // `rules` must outlive this and hold without an error.
  RuleProbe(const RuleSet& rules, const Rule& rule);

  // Where at least `least` parts matched, the farthest for each place where
  // something starts; places of whole matches are left out. `findings` are
  // those of the cascade over `clean`, which is cleaned. With a place: in the sentence, line or paragraph it stands in alone.
  [[nodiscard]] std::vector<NearMiss> near_misses(std::string_view clean, const Findings& findings, std::size_t least,
                                                  std::optional<Span> place = std::nullopt) const;

  // False if no match of half of its parts, or of all but the first, starts before the end of `place` and near it: then no
  // such near miss touches `place`. Costs much less than near_misses().
  [[nodiscard]] bool may_come_near(std::string_view clean, const Findings& findings, Span place) const;

  // One of these stands in every match, and the text has none: where the first
  // such set of literals is missing; else nothing.
  [[nodiscard]] std::vector<std::string> missing_literals(std::string_view clean, const Findings& findings) const;

  // Where the pattern matches, whatever becomes of the match.
  [[nodiscard]] std::vector<Span> matches(std::string_view clean, const Findings& findings) const;
  // True if one of them touches `place`.
  [[nodiscard]] bool matches_at(std::string_view clean, const Findings& findings, Span place) const;

 private:
  // An expression; null once it is known to be none, or one that can match nothing.
  struct Piece {
    std::string pattern;
    bool is_compiled = false;
    std::unique_ptr<Expression> expression;
  };
  struct Beginning {
    std::size_t piece;  // index
    std::size_t matched;
    std::size_t parts;
    std::string missing;
    bool at_front = false;  // all parts but the first
  };

  void add_beginning(std::string pattern, std::size_t matched, std::size_t parts, std::string missing, bool at_front);
  // Null if there is nothing to look for.
  [[nodiscard]] const Expression* expression_of(std::size_t piece) const;
  [[nodiscard]] std::vector<Folding> foldings(const Findings& findings) const;

  const RuleSet& rules_;
  const Rule& rule_;
  mutable std::vector<Piece> pieces_;  // the whole pattern, then its beginnings
  std::vector<Beginning> beginnings_;  // the longest first
};

// A literal of a gate as rules write it: the symbol of a label as {{@label}}.
std::string readable_literal(const RuleSet& rules, const std::string& literal);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_RULE_PROBE_H_
