#include "rules/pattern_text.h"

#include <gtest/gtest.h>

#include "rules/pattern_fold.h"
#include "rules/rule_folder.h"

namespace boctach {
namespace {

TEST(PatternText, PutsInFragmentsOfFragments) {
  const RuleFolder folder(
      RuleFolder::Files{{"p.yaml", pack_text("test.p", "'số {{pair}}'", "", "define: {pair: '{{digit}}/{{digit}}', digit: '\\d'}\n")}});
  ASSERT_EQ(messages(folder.diagnostics), "");
  const Pack& pack = folder.rules.packs.at(0);
  EXPECT_EQ(expand_pattern(folder.rules, pack, pack.rules.at(0).pattern.value), "số (?:(?:\\d)/(?:\\d))");
}

TEST(PatternText, PutsTheLongestEntryOfALexiconFirstAndEscapesIt) {
  const RuleFolder folder(
      RuleFolder::Files{{"p.yaml", pack_text("test.p", "'{{lex:words}} số'", "",
                                             "lexicons: {words: {match: fold_case, entries: ['Tr.', 'Tr. Ư', 'hoà']}}\n")}});
  ASSERT_EQ(messages(folder.diagnostics), "");
  const Pack& pack = folder.rules.packs.at(0);
  EXPECT_EQ(expand_pattern(folder.rules, pack, pack.rules.at(0).pattern.value), "(?i:tr\\. ư|hòa|tr\\.) số");
}

TEST(PatternText, FoldsToneMarksOfLiterals) {
  const RuleFolder folder(RuleFolder::Files{{"p.yaml", pack_text("test.p", "'hoà số'")}});
  const Pack& pack = folder.rules.packs.at(0);
  EXPECT_EQ(expand_pattern(folder.rules, pack, pack.rules.at(0).pattern.value), "hòa số");
}

TEST(PatternText, FoldsLettersTheViewNeverHas) {
  EXPECT_EQ(fold_pattern("A – B—C\u00A0D"), "A - B-C D");
  EXPECT_EQ(fold_pattern("Ðà L’Oréal (?P<x>’)"), "Đà L'Oréal (?P<x>['“”])");
  EXPECT_EQ(fold_pattern("\"a\" “b”"), "[“”]a[“”] “b”");
  EXPECT_EQ(fold_pattern("[^\"][–—-][“\"][0–9][]–]\\[–"), "[^“”][\\-\\--][“\"][0\\-9][]\\-]\\[-");
  EXPECT_EQ(fold_pattern("\\\"a\\–\\-\\[–\\"), "[“”]a-\\-\\[-\\");
  EXPECT_EQ(fold_pattern("[!-»][«-z][[:alpha:]–]["), "[!-»][«-z][[:alpha:]\\-][");
}

// Each part is spelt by itself, and remembered: that must not show.
TEST(PatternText, SpellsWhatIsPutInAsItWouldSpellTheWhole) {
  const RuleFolder folder(RuleFolder::Files{
      {"p.yaml", pack_text("test.p", "'hoà{{x}}hoà{{x}}lí{{y}}oà'", "", "define: {x: 'loé|quí', y: 'tỉ{{x}}uỷ{{open}}uỷ{{lower}}uỷ'}\n")}});
  ASSERT_FALSE(folder.diagnostics.has_errors());
  const Pack& pack = folder.rules.packs.at(0);
  const std::string lower = *built_in_fragment("lower");
  PatternExpander expander(folder.rules);
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(expander.expand(pack, pack.rules.at(0).pattern.value),
              "hòa(?:lóe|quý)hòa(?:lóe|quý)lý(?:tỷ(?:lóe|quý)ủy\\x{201C}ủy" + lower + "ủy)òa");
  }
}

TEST(PatternText, WritesLabelsAsSymbols) {
  const RuleFolder folder(RuleFolder::Files{{"a.yaml", pack_text("test.a", "'số'")},
                                            {"b.yaml", pack_text("test.b", "'{{@number}} km'", "    sees: [number]\n")}});
  ASSERT_EQ(messages(folder.diagnostics), "");
  const Pack& pack = folder.rules.packs.at(1);
  EXPECT_EQ(labels(folder.rules), std::vector<std::string>{"number"});
  EXPECT_EQ(expand_pattern(folder.rules, pack, pack.rules.at(0).pattern.value), "\xF3\xB0\x80\x80 km");
}

TEST(PatternText, KnowsGroupsAndLoneLexicons) {
  EXPECT_EQ(group_names("(?P<a>x)\\(?P<b>(?P<c>y)"), (std::vector<std::string>{"a", "c"}));
  EXPECT_EQ(lone_lexicon("(?P<name>{{lex:communes}})"), "communes");
  EXPECT_EQ(lone_lexicon("{{lex:communes}}"), "communes");
  EXPECT_FALSE(lone_lexicon("{{lex:communes}} {{lex:communes}}"));
}

TEST(PatternText, PointsIntoQuotedScalars) {
  const RuleFolder folder(RuleFolder::Files{{"p.yaml", pack_text("test.p", "'số ''x'' \\d'")}});
  const Text& part = folder.rules.packs.at(0).rules.at(0).pattern.parts.at(0);
  EXPECT_EQ(mark_inside(folder.rules, part, part.value.find("\\d")).column, 24);
}

}  // namespace
}  // namespace boctach
