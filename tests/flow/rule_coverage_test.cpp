#include "flow/rule_coverage.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <memory>

namespace boctach {
namespace {

TEST(RuleCoverage, CountsWhatTheRecordsHold) {
  const std::filesystem::path root(BOCTACH_SOURCE_DIR);
  Diagnostics diagnostics;
  const RuleSet rules = load_rules(root / "rules", diagnostics);
  const auto pipeline = Pipeline::make(rules, {}, diagnostics);
  ASSERT_TRUE(pipeline);
  const auto source = open_source({root / "samples/articles"}, {}, std::cin);
  const RuleCoverage coverage = cover(rules, *pipeline, *source);
  EXPECT_EQ(coverage.articles, 12U);
  EXPECT_EQ(coverage.failed, 0U);

  std::map<std::string, std::size_t> won;
  const auto again = open_source({root / "samples/articles"}, {}, std::cin);
  while (auto document = again->next()) {
    for (const Mention& mention : pipeline->clean(*document).mentions) ++won[mention.rule->full_name()];
  }
  std::size_t compared = 0;
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      const RuleUse& use = coverage.rules.at(rule.full_name());
      // A list is one candidate and many mentions; abbreviations are found again by what they stand for.
      if (rule.each || rule.defines || rule.link || rule.clean.drop != Drop::None) continue;
      EXPECT_EQ(use.count(Outcome::Won), won[rule.full_name()]) << rule.full_name();
      EXPECT_EQ(use.never_fires(), use.candidates() + use.links == 0);
      ++compared;
    }
  }
  EXPECT_GT(compared, 50U);
}

TEST(RuleCoverage, KnowsWhoAlwaysLoses) {
  RuleUse use;
  EXPECT_TRUE(use.never_fires());
  use.outcomes[static_cast<std::size_t>(Outcome::Lost)] = 2;
  EXPECT_TRUE(use.never_wins());
  use.outcomes[static_cast<std::size_t>(Outcome::Same)] = 1;
  EXPECT_FALSE(use.never_wins());
}

}  // namespace
}  // namespace boctach
