#ifndef BOCTACH_FLOW_RULE_COVERAGE_H_
#define BOCTACH_FLOW_RULE_COVERAGE_H_

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "boctach/pipeline.h"
#include "boctach/source.h"

namespace boctach {

// What became of the candidates of a rule over a corpus.
struct RuleUse {
  std::array<std::size_t, 9> outcomes{};         // by Outcome
  std::map<std::string, std::size_t> beaten_by;  // PACK/ID of the winner -> how often
  std::size_t links = 0;                         // given, if the rule links

  [[nodiscard]] std::size_t count(Outcome outcome) const { return outcomes[static_cast<std::size_t>(outcome)]; }
  [[nodiscard]] std::size_t candidates() const;
  [[nodiscard]] bool never_fires() const { return candidates() == 0 && links == 0; }
  [[nodiscard]] bool never_wins() const { return candidates() > 0 && count(Outcome::Won) + count(Outcome::Same) == 0; }
};

// A value that a lexicon does not know.
struct UnknownValueUse {
  std::size_t count = 0;
  std::string first_article;
  std::size_t first_raw = 0;  // byte in it
};

struct RuleCoverage {
  std::size_t articles = 0;
  std::size_t failed = 0;                                                  // articles that could not be read
  std::map<std::string, RuleUse> rules;                                    // by PACK/ID, all enabled ones
  std::map<std::pair<std::string, std::string>, std::size_t> same;         // rules that found the same mention
  std::map<std::pair<std::string, std::string>, UnknownValueUse> unknown;  // rule.field, value
};

RuleCoverage cover(const RuleSet& rules, const Pipeline& pipeline, Source& source);

// How many mentions the examples of a rule mark, and how many of them no other rule would find.
struct ExampleUse {
  std::size_t mentions = 0;
  std::size_t alone = 0;
  std::vector<Mark> saved;  // the examples with one that no other rule would find
};

// By PACK/ID, of enabled rules that find mentions.
std::map<std::string, ExampleUse> cover_examples(const RuleSet& rules, const Matcher& matcher);

}  // namespace boctach

#endif  // BOCTACH_FLOW_RULE_COVERAGE_H_
