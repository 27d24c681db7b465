#include "matching/pattern_literals.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "matching/random_rules.h"
#include "text/case_fold.h"

namespace boctach {
namespace {

std::string starts(const std::string& expression) {
  std::string all;
  for (const auto& [text, next] : find_triggers(expression).starts) all += "[" + text + "]";
  return all;
}

std::string needed(const std::string& expression) {
  std::string all;
  for (const NeededLiterals& set : find_triggers(expression).needed) {
    for (const std::string& text : set.texts) all += "[" + text + "]";
    all += std::to_string(set.least) + "-" + (set.most == unbounded ? "" : std::to_string(set.most)) + " ";
  }
  return all;
}

TEST(PatternLiterals, KnowHowMatchesStart) {
  EXPECT_EQ(starts("Quyết định"), "[quyết đ]");
  EXPECT_EQ(starts("(?:ông|bà) [A-Z]"), "[bà ][ông ]");
  EXPECT_EQ(starts("(?:ngày )?\\d{2}/"),
            "[0][1][2][3][4][5][6][7][8][9][ngày 0][ngày 1][ngày 2][ngày 3][ngày 4][ngày 5][ngày 6][ngày 7]"
            "[ngày 8][ngày 9]");
  EXPECT_EQ(starts("[12]\\d/x"),
            "[10/x][11/x][12/x][13/x][14/x][15/x][16/x][17/x][18/x][19/x][20/x][21/x][22/x][23/x][24/x][25/x][26/x]"
            "[27/x][28/x][29/x]");
  EXPECT_EQ(starts("\xF3\xB0\x80\x80 x"), "[\xF3\xB0\x80\x80]");
  EXPECT_EQ(starts("(?:các )?\xF3\xB0\x80\x80"), "[các ][\xF3\xB0\x80\x80]");
}

TEST(PatternLiterals, SayNothingWhereNothingIsKnown) {
  EXPECT_EQ(starts("x?\\d?"), "");
  EXPECT_EQ(starts("\\pLx"), "");
  EXPECT_EQ(starts("\\Qab\\E"), "");
  EXPECT_EQ(starts("a.b"), "");  // a letter is everywhere
  EXPECT_EQ(needed("a|\\d+"), "");
  EXPECT_EQ(needed("x*"), "");
}

TEST(PatternLiterals, TakeARepetitionBehindFlagsForOneOfWhatStandsBefore) {
  EXPECT_EQ(starts("xyz(?i)*"), "");
  EXPECT_EQ(starts("xyz(?i)(?s){2}"), "");
  EXPECT_EQ(starts("xyz(?i)a"), "[xyza]");
}

TEST(PatternLiterals, AreFoundInWhatNoAutomatonIsMadeOf) {
  EXPECT_EQ(starts("\\bsố \\p{Lu}"), "[số ]");
  EXPECT_EQ(starts("số [^\\pL]"), "[số ]");
  EXPECT_EQ(needed("(?s).+ (?:thứ|lần)"), "[ lần][ thứ]1- ");
  EXPECT_EQ(starts("(?i)[kx]ế"), "[kế][xế]");  // the Kelvin sign stands in no folded text
}

TEST(PatternLiterals, AreTheSameWhereAPartIsMetAgain) {
  TriggerFinder finder;
  for (const char* expression : {"(?:ông|bà|chú) [A-Z]", "(?i:ông|bà|chú) [A-Z]", "các (?:ông|bà|chú) [A-Z]", "(?:ông|bà|chú)\\d",
                                 "(?:ông|bà|cô) [A-Z]", "(?:ông|bà|chú) [A-Z]"}) {
    const PatternTriggers again = finder.find(parse_expression(expression)->syntax);
    EXPECT_EQ(again.starts, find_triggers(expression).starts) << expression;
  }
}

TEST(PatternLiterals, KnowWhatComesNext) {
  const auto triggers = find_triggers("ông [A-ZĐ]").starts;
  const ByteSet& next = triggers.at("ông ");
  EXPECT_TRUE(next.has('A'));
  EXPECT_TRUE(next.has(0xC4));
  EXPECT_FALSE(next.has('a'));
  EXPECT_FALSE(next.has(' '));
  EXPECT_FALSE(next.has_end());
  EXPECT_TRUE(find_triggers("(?i:ông [A-Z])").starts.at("ông ").has('a'));
  EXPECT_TRUE(find_triggers("số [^0]?").starts.at("số ").has_end());
}

TEST(PatternLiterals, KnowWhatIsNeededAndWhere) {
  EXPECT_EQ(needed("\\pL{1,3} thứ \\pL"), "[ thứ ]1-12 ");
  EXPECT_EQ(needed("\\d+ (?:thứ|lần)"), "[ lần][ thứ]1- ");
  EXPECT_EQ(needed("[^ ]+ (?:Trung ương|trung ương)\\d?"), "[ trung ương]1- ");
}

TEST(CaseFold, LeavesEveryByteInItsPlace) {
  std::string folded;
  EXPECT_TRUE(fold_case_in_place("Đảng ỦY – Σ 12", folded));
  EXPECT_EQ(folded, "đảng ủy – σ 12");
  for (const char* other : {"\u017F", "\u212A", "\u1E9E", "\u023A"}) EXPECT_FALSE(fold_case_in_place(other, folded)) << other;
}

}  // namespace
}  // namespace boctach
