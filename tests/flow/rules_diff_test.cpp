#include "flow/rules_diff.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace boctach {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir(BOCTACH_SOURCE_DIR);

struct Side {
  explicit Side(const std::vector<std::string>& directories) {
    Diagnostics diagnostics;
    loaded = load_with_trees(directories, diagnostics);
    RecordOptions options;
    options.with_text = true;
    pipeline = Pipeline::make(loaded.rules, options, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) ADD_FAILURE() << format(diagnostic);
  }

  LoadedRules loaded;
  std::unique_ptr<Pipeline> pipeline;
};

class RulesDiffTest : public testing::Test {
 protected:
  RulesDiffTest() : shipped_({source_dir / "rules"}) {
    std::string name = fs::temp_directory_path() / "boctach-diff-XXXXXX";
    over_ = mkdtemp(name.data());
  }
  ~RulesDiffTest() override { fs::remove_all(over_); }

  RulesDiff diff(const Side& after, std::vector<CausedDifference>& found) const {
    const auto source = open_source({source_dir / "samples/articles"}, {}, std::cin);
    return diff_rules({shipped_.loaded, *shipped_.pipeline}, {after.loaded, *after.pipeline}, *source,
                      [&](const CausedDifference& caused) { found.push_back(caused); });
  }

  Side with_overlay(const std::string& text) const {
    std::ofstream(over_ / "a.yaml") << "format: 1\n" << text;
    return Side({source_dir / "rules", over_});
  }

  Side shipped_;
  fs::path over_;
};

TEST_F(RulesDiffTest, ASetDoesNotDifferFromItself) {
  std::vector<CausedDifference> found;
  const RulesDiff result = diff(shipped_, found);
  EXPECT_EQ(result.articles, 12U);
  EXPECT_TRUE(result.edits.empty());
  EXPECT_TRUE(found.empty());
}

TEST_F(RulesDiffTest, ANewPackIsTheCauseOfWhatItFinds) {
  const Side after = with_overlay(
      "pack: my.towns\nrules:\n  - id: town\n    label: town\n    pattern: 'thành phố'\n    examples: [{text: '⟦thành phố⟧'}]\n"
      "    counterexamples: [{text: 'phố'}]\n");
  std::vector<CausedDifference> found;
  const RulesDiff result = diff(after, found);
  ASSERT_FALSE(found.empty());
  for (const CausedDifference& caused : found) {
    EXPECT_EQ(caused.difference.kind, RecordDifference::Kind::Gained);
    EXPECT_TRUE(caused.direct);
    ASSERT_EQ(caused.edits.size(), 1U);
    EXPECT_EQ(result.edits[caused.edits[0]].what, "rule my.towns/town");
  }
}

TEST_F(RulesDiffTest, AnEntryOfALexiconIsTheCauseWhereItsRulesAre) {
  const Side after = with_overlay("overlay: vn.documents\nlexicons: {type_word: {remove: [Kế hoạch]}}\n");
  std::vector<CausedDifference> found;
  const RulesDiff result = diff(after, found);
  ASSERT_EQ(result.edits.size(), 1U);
  EXPECT_EQ(result.edits[0].what, "lexicon vn.documents/type_word");
  EXPECT_GT(result.edits[0].rules.size(), 1U);
  EXPECT_FALSE(found.empty());
}

// Rules of other packs see what an edited one finds: the edit is named all the same.
TEST_F(RulesDiffTest, OneEditedRuleIsNamedForEveryDifference) {
  std::vector<std::string> packs;
  std::vector<std::string> rules;
  for (const Pack& pack : shipped_.loaded.rules.packs) {
    for (const Rule& rule : pack.rules) {
      if (rule.clean.drop != Drop::None) continue;  // switched off under `clean`, not under `patch`
      packs.push_back(pack.name);
      rules.push_back(rule.id);
    }
  }
  const char* seed = std::getenv("BOCTACH_TEST_SEED");
  std::mt19937 random(seed == nullptr ? 7U : static_cast<unsigned>(std::stoul(seed)));
  std::size_t differences = 0;
  for (int round = 0; round < 10; ++round) {
    const std::size_t which = random() % rules.size();
    SCOPED_TRACE(packs[which] + "/" + rules[which]);
    const Side after = with_overlay("overlay: " + packs[which] + "\npatch:\n  - {rule: " + rules[which] + ", set: {enabled: false}}\n");
    std::vector<CausedDifference> found;
    const RulesDiff result = diff(after, found);
    for (const CausedDifference& caused : found) {
      bool named = false;
      for (const std::size_t edit : caused.edits) named = named || result.edits[edit].rules.count(packs[which] + "/" + rules[which]) > 0;
      EXPECT_TRUE(named) << caused.article << " " << caused.difference.text;
    }
    differences += found.size();
  }
  EXPECT_GT(differences, 0U);
}

}  // namespace
}  // namespace boctach
