#include "flow/rules_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "flow/random_edits.h"
#include "flow/rule_coverage.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir(BOCTACH_SOURCE_DIR);

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int rounds = 12;
#else
constexpr int rounds = 30;
#endif

unsigned seed_of_tests() {
  const char* seed = std::getenv("BOCTACH_TEST_SEED");
  return seed == nullptr ? 7U : static_cast<unsigned>(std::stoul(seed));
}

// `pipeline` is null if the rules do not hold.
struct Side {
  explicit Side(const std::vector<std::string>& directories) {
    loaded = load_with_trees(directories, diagnostics);
    RecordOptions options;
    options.with_text = true;
    if (!diagnostics.has_errors()) pipeline = Pipeline::make(loaded.rules, options, diagnostics);
  }

  Diagnostics diagnostics;
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

  std::unique_ptr<Side> with_overlay(const std::string& text) const {
    std::ofstream(over_ / "a.yaml") << "format: 1\n" << text;
    auto side = std::make_unique<Side>(std::vector<std::string>{source_dir / "rules", over_});
    for (const Diagnostic& diagnostic : side->diagnostics.all()) ADD_FAILURE() << format(diagnostic);
    return side;
  }

  // Edits of the rules that match anywhere in the samples: of others there is nothing to see.
  RandomEdits random_edits(unsigned seed) const {
    std::set<std::string> names;
    const auto source = open_source({source_dir / "samples/articles"}, {}, std::cin);
    for (const auto& [name, use] : cover(shipped_.loaded.rules, *shipped_.pipeline, *source).rules) {
      if (!use.never_fires()) names.insert(name);
    }
    std::string text;
    const auto again = open_source({source_dir / "samples/articles"}, {}, std::cin);
    while (const auto article = again->next()) text += article->buffer.text();
    return {shipped_.loaded.rules, names, text, seed};
  }

  // Null if the rules do not hold with these edits, as when a group is used no more.
  std::unique_ptr<Side> try_overlays(const std::vector<RandomEdit>& edits) const {
    for (const auto& old : fs::directory_iterator(over_)) fs::remove(old);
    for (const auto& [pack, text] : overlays_of(edits)) std::ofstream(over_ / (pack + ".yaml")) << text;
    auto side = std::make_unique<Side>(std::vector<std::string>{source_dir / "rules", over_});
    return side->pipeline ? std::move(side) : nullptr;
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
  const auto after = with_overlay(
      "pack: my.towns\nrules:\n  - id: town\n    label: town\n    pattern: 'thành phố'\n    examples: [{text: '⟦thành phố⟧'}]\n"
      "    counterexamples: [{text: 'phố'}]\n");
  std::vector<CausedDifference> found;
  const RulesDiff result = diff(*after, found);
  ASSERT_FALSE(found.empty());
  for (const CausedDifference& caused : found) {
    EXPECT_EQ(caused.difference.kind, RecordDifference::Kind::Gained);
    EXPECT_TRUE(caused.direct);
    ASSERT_EQ(caused.edits.size(), 1U);
    EXPECT_EQ(result.edits[caused.edits[0]].what, "rule my.towns/town");
  }
}

TEST_F(RulesDiffTest, AnEntryOfALexiconIsTheCauseWhereItsRulesAre) {
  const auto after = with_overlay("overlay: vn.documents\nlexicons: {type_word: {remove: [Kế hoạch]}}\n");
  std::vector<CausedDifference> found;
  const RulesDiff result = diff(*after, found);
  ASSERT_EQ(result.edits.size(), 1U);
  EXPECT_EQ(result.edits[0].what, "lexicon vn.documents/type_word");
  EXPECT_GT(result.edits[0].rules.size(), 1U);
  EXPECT_FALSE(found.empty());
}

bool names(const RulesDiff& result, const CausedDifference& caused, const std::string& rule) {
  return std::any_of(caused.edits.begin(), caused.edits.end(), [&](std::size_t edit) { return result.edits[edit].rules.count(rule) > 0; });
}

std::string key_of(const CausedDifference& caused) {
  const RecordDifference& difference = caused.difference;
  std::string key = caused.article + " " + difference.array + ":" + std::to_string(difference.raw_start) + " " + difference.text + " " +
                    std::to_string(static_cast<int>(difference.kind));
  for (const FieldChange& field : difference.fields) key += " " + field.field + ": " + field.before + " -> " + field.after;
  return key;
}

std::set<std::string> keys_of(const std::vector<CausedDifference>& all) {
  std::set<std::string> keys;
  for (const CausedDifference& caused : all) keys.insert(key_of(caused));
  return keys;
}

// Edits of shipped rules that load, of all six kinds. Rules of other packs see what an edited one finds: the edit is
// named all the same.
TEST_F(RulesDiffTest, OneEditedRuleIsNamedForEveryDifference) {
  RandomEdits edits = random_edits(seed_of_tests());
  std::map<std::string, int> differing;
  for (int round = 0; round < rounds; ++round) {
    const RandomEdit edit = edits.draw();
    SCOPED_TRACE(edit.kind + " of " + edit.rule + "\n" + edit.patch + edit.lexicons);
    const auto after = try_overlays({edit});
    if (!after) continue;
    std::vector<CausedDifference> found;
    const RulesDiff result = diff(*after, found);
    for (const CausedDifference& caused : found) EXPECT_TRUE(names(result, caused, edit.rule)) << key_of(caused);
    differing[edit.kind] += found.empty() ? 0 : 1;
  }
  for (const auto& [kind, count] : differing) RecordProperty(kind, count);
  EXPECT_GE(differing.size(), rounds < 30 ? 2U : 4U);
}

// Of two edits the one is named that alone makes the difference, and the other is not, even where it changes a rule that
// had a part in it.
TEST_F(RulesDiffTest, OfTwoEditsTheOneThatDidItIsNamed) {
  RandomEdits edits = random_edits(seed_of_tests() + 1);
  int told_apart = 0;
  for (int round = 0; round < rounds / 3; ++round) {
    const RandomEdit one = edits.draw();
    const RandomEdit other = edits.draw();
    if (one.rule == other.rule) continue;
    const auto with_one = try_overlays({one});
    const auto with_other = try_overlays({other});
    const auto with_both = try_overlays({one, other});
    if (!with_one || !with_other || !with_both) continue;
    SCOPED_TRACE(one.kind + " of " + one.rule + ", " + other.kind + " of " + other.rule);
    std::vector<CausedDifference> by_one;
    std::vector<CausedDifference> by_other;
    std::vector<CausedDifference> by_both;
    diff(*with_one, by_one);
    diff(*with_other, by_other);
    const RulesDiff result = diff(*with_both, by_both);
    if (result.edits.size() != 2 || result.edits[0].rules.count(one.rule) + result.edits[1].rules.count(one.rule) != 1 ||
        result.edits[0].rules.count(other.rule) + result.edits[1].rules.count(other.rule) != 1)
      continue;
    const std::set<std::string> of_one = keys_of(by_one);
    const std::set<std::string> of_other = keys_of(by_other);
    for (const CausedDifference& caused : by_both) {
      const std::string key = key_of(caused);
      if (of_one.count(key) == of_other.count(key)) continue;
      EXPECT_EQ(names(result, caused, one.rule), of_one.count(key) > 0) << key;
      EXPECT_EQ(names(result, caused, other.rule), of_other.count(key) > 0) << key;
      ++told_apart;
    }
  }
  RecordProperty("told_apart", told_apart);
  EXPECT_GT(told_apart, rounds < 30 ? 0 : 20);
}

}  // namespace
}  // namespace boctach
