#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "rules/loaded_rules.h"
#include "rules/rule_folder.h"
#include "rules/rule_listing.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr const char* base_pack = R"(format: 1
pack: t.numbers
defaults: {label: number, priority: 5}
define:
  digit: '[0-9]'
lexicons:
  word:
    match: fold_case
    entries: [{value: số, name: so}, {value: mã, name: ma}]
rules:
  - id: one
    tags: [plain]
    pattern: '{{lex:word}} (?P<n>{{digit}})'
    fields: {n: int}
    examples: [{text: '⟦số 1⟧'}]
    counterexamples: [{text: 'con số'}]
  - id: two
    extends: one
    pattern: 'hai (?P<n>{{digit}})'
    examples: [{text: '⟦hai 1⟧'}]
    counterexamples: [{text: 'con số'}]
)";

class OverlayTest : public testing::Test {
 protected:
  OverlayTest() {
    std::string name = fs::temp_directory_path() / "boctach-overlay-XXXXXX";
    root_ = mkdtemp(name.data());
    put("base/main.yaml", "format: 1\npacks: [numbers.yaml]\n");
    put("base/numbers.yaml", base_pack);
  }
  ~OverlayTest() override { fs::remove_all(root_); }

  void put(const std::string& file, const std::string& text) {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << text;
  }

  LoadedRules load(const std::vector<std::string>& over) {
    std::vector<std::string> directories{root_ / "base"};
    for (const std::string& name : over) directories.push_back(root_ / name);
    diagnostics_ = {};
    return load_with_trees(directories, diagnostics_);
  }

  static const Rule& rule(const RuleSet& rules, const std::string& name) {
    for (const Pack& pack : rules.packs) {
      for (const Rule& rule : pack.rules) {
        if (rule.full_name() == name) return rule;
      }
    }
    throw std::out_of_range(name);
  }

  fs::path root_;
  Diagnostics diagnostics_;
};

TEST_F(OverlayTest, PatchesRulesAndThoseThatExtendThem) {
  put("over/a.yaml",
      "format: 1\noverlay: t.numbers\npatch:\n  - {rule: one, was: {priority: 5}, set: {priority: 9}, append: {tags: [mine]}}\n");
  const RuleSet rules = load({"over"}).rules;
  EXPECT_EQ(messages(diagnostics_), "");
  EXPECT_EQ(rule(rules, "t.numbers/one").priority, 9);
  EXPECT_EQ(rule(rules, "t.numbers/two").priority, 9);
  EXPECT_EQ(rule(rules, "t.numbers/one").tags, (std::vector<std::string>{"plain", "mine"}));
  EXPECT_EQ(rule(rules, "t.numbers/one").overlay, 0);
}

TEST_F(OverlayTest, NullsTakeKeysAwayAndListsLoseElements) {
  put("over/a.yaml",
      "format: 1\noverlay: t.numbers\npatch:\n  - {rule: t.numbers/one, set: {enabled: false}, remove: {tags: [plain]}}\n"
      "  - {rule: two, set: {pattern: 'hai {{digit}}', fields: {n: null}}}\n");
  const RuleSet rules = load({"over"}).rules;
  EXPECT_EQ(messages(diagnostics_), "");
  EXPECT_FALSE(rule(rules, "t.numbers/one").enabled);
  EXPECT_TRUE(rule(rules, "t.numbers/one").tags.empty());
  EXPECT_TRUE(rule(rules, "t.numbers/two").fields.empty());
}

TEST_F(OverlayTest, ChangesLexiconsAndFragments) {
  put("over/a.yaml",
      "format: 1\noverlay: t.numbers\ndefine: {digit: '[1-9]', letter_or_digit: '[0-9a-z]'}\n"
      "lexicons:\n  word: {add: [{value: hiệu, name: hieu, source: mine}], remove: [mã]}\n  colour: {file: colours.tsv}\n");
  put("over/colours.tsv", "value\nxanh\n");
  const RuleSet rules = load({"over"}).rules;
  EXPECT_EQ(messages(diagnostics_), "");
  const Pack& pack = rules.packs[0];
  EXPECT_EQ(pack.define.at("digit").value, "[1-9]");
  EXPECT_EQ(pack.define.count("letter_or_digit"), 1U);
  EXPECT_EQ(pack.lexicons.at("colour").entries.size(), 1U);
  const Lexicon& word = pack.lexicons.at("word");
  ASSERT_EQ(word.entries.size(), 2U);
  EXPECT_EQ(word.columns, (std::vector<std::string>{"value", "name", "source"}));
  EXPECT_EQ(word.entries[0].columns, (std::vector<std::string>{"hiệu", "hieu", "mine"}));
  EXPECT_EQ(word.entries[1].columns, (std::vector<std::string>{"số", "so", ""}));
}

TEST_F(OverlayTest, AddsRulesAndPacks) {
  put("over/a.yaml",
      "format: 1\noverlay: t.numbers\nrules:\n  - id: three\n    extends: one\n    pattern: 'ba (?P<n>{{digit}})'\n"
      "    examples: [{text: '⟦ba 1⟧'}]\n    counterexamples: [{text: 'ba'}]\n");
  put("over/b.yaml", "format: 1\npack: t.first\nafter: t.numbers\nrules: []\n");
  put("over/c.yaml", "format: 1\npack: t.last\nrules: []\n");
  const RuleSet rules = load({"over"}).rules;
  EXPECT_EQ(messages(diagnostics_), "");
  EXPECT_EQ(rule(rules, "t.numbers/three").priority, 5);
  EXPECT_EQ(rule(rules, "t.numbers/three").overlay, 1);
  ASSERT_EQ(rules.packs.size(), 3U);
  EXPECT_EQ(rules.packs[1].name, "t.first");
  EXPECT_EQ(rules.packs[2].name, "t.last");
}

// What drops lines is patched and switched off like any rule, and so is what vetoes.
TEST_F(OverlayTest, PatchesCleaningRulesAndVetoes) {
  put("base/main.yaml", "format: 1\npacks: [numbers.yaml, pages.yaml]\n");
  put("base/pages.yaml",
      "format: 1\npack: t.pages\nclean:\n  - id: tail\n    drop-from: 'tin khác'\n    max_line: 20\n    examples: [{text: \"a\\n⟦tin "
      "khác⟧\"}]\n"
      "    counterexamples: [{text: 'tin'}]\nvetoes:\n  - id: never\n    pattern: 'số 1'\n    examples: [{text: '⟦số 1⟧'}]\n"
      "    counterexamples: [{text: 'số 2'}]\n");
  put("over/a.yaml",
      "format: 1\noverlay: t.pages\npatch:\n  - {rule: tail, was: {max_line: 20}, set: {max_line: 30, enabled: false}}\n"
      "  - {rule: never, set: {enabled: false}}\n");
  const RuleSet rules = load({"over"}).rules;
  EXPECT_EQ(messages(diagnostics_), "");
  EXPECT_FALSE(rule(rules, "t.pages/tail").enabled);
  EXPECT_EQ(rule(rules, "t.pages/tail").clean.max_line, 30);
  EXPECT_EQ(rule(rules, "t.pages/tail").clean.drop, Drop::From);
  EXPECT_FALSE(rule(rules, "t.pages/never").enabled);
}

TEST_F(OverlayTest, TheRuleIsListedWithThePlaceOfEachKey) {
  put("over/a.yaml", "format: 1\noverlay: t.numbers\npatch:\n  - rule: two\n    set: {priority: 9}\n");
  const LoadedRules loaded = load({"over"});
  const std::string listing = rule_listing(loaded, rule(loaded.rules, "t.numbers/two"), true);
  EXPECT_NE(listing.find("# " + (root_ / "over/a.yaml").string() + ":5\n"), std::string::npos) << listing;
  EXPECT_NE(listing.find("# numbers.yaml:14\n"), std::string::npos) << listing;
}

// What is listed is a rule again.
TEST_F(OverlayTest, TheListingLoads) {
  const LoadedRules loaded = load({});
  std::string listing = rule_listing(loaded, rule(loaded.rules, "t.numbers/one"), false);
  listing.insert(0, "format: 1\npack: t.again\ndefine: {digit: '[0-9]'}\nlexicons: {word: {entries: [số, mã]}}\n");
  put("again/a.yaml", listing);
  const RuleSet again = load({"again"}).rules;
  EXPECT_EQ(messages(diagnostics_), "");
  EXPECT_EQ(rule(again, "t.again/one").pattern.value, rule(again, "t.numbers/one").pattern.value);
}

TEST_F(OverlayTest, TheHashKnowsWhatLiesOver) {
  put("over/a.yaml", "format: 1\noverlay: t.numbers\npatch:\n  - {rule: one, set: {priority: 9}}\n");
  EXPECT_NE(load({}).rules.hash, load({"over"}).rules.hash);
}

}  // namespace
}  // namespace boctach
