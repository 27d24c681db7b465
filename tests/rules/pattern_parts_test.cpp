#include "rules/pattern_parts.h"

#include <gtest/gtest.h>

#include <algorithm>
namespace boctach {
namespace {

using Parts = std::vector<std::vector<std::string>>;

TEST(PatternParts, OpensGroupsThatOnlyHold) {
  EXPECT_EQ(pattern_parts("(?P<word>{{lex:type_word}}) số (?P<code>(?P<n>[0-9]+)/(?:{{a}}|{{b}})) ?"),
            (Parts{{"{{lex:type_word}}", " số ", "[0-9]+", "/", "(?:{{a}}|{{b}})", " ?"}}));
}

TEST(PatternParts, KeepsWhatHasAQuantifierOrAlternatives) {
  EXPECT_EQ(pattern_parts("(?:ab)?c{2,3}?d|[|)]e\\)"), (Parts{{"(?:ab)?", "c{2,3}?", "d"}, {"[|)]", "e\\)"}}));
  EXPECT_EQ(pattern_parts("\\p{Lu}a"), (Parts{{"\\p{Lu}a"}}));
  EXPECT_EQ(pattern_parts("(?i:ab)c"), (Parts{{"(?i:ab)", "c"}}));
}

TEST(PatternParts, KnowsWhichMayBeLeftOut) {
  for (const char* part : {"(?:ab)?", "x*", "{{a}}{0,3}", "[?]??", "\\?*?"}) EXPECT_TRUE(is_optional_part(part)) << part;
  for (const char* part : {"", "ab", "(?:a?b*)", "x+?", "{{a}}{1,3}", "[?]", "\\?", "{{a}}"}) EXPECT_FALSE(is_optional_part(part)) << part;
}

TEST(PatternParts, SurvivesWhatIsNoPattern) {
  for (const char* broken : {"", "(", "[", "\\", "{{", "{{a", "a{", "(?P<", "()", "(?", "a|", "\\p{"}) {
    for (const auto& alternative : pattern_parts(broken)) std::count_if(alternative.begin(), alternative.end(), is_optional_part);
  }
}

TEST(PatternParts, KnowsWhichAlternativesNeverHaveTheirTurn) {
  const auto texts = [](std::string_view pattern) {
    std::string all;
    for (const ShadowedAlternative& one : shadowed_alternatives(pattern)) all += one.by + "<" + one.text + ";";
    return all;
  };
  EXPECT_EQ(texts("Ban|Ban Dân vận"), "Ban<Ban Dân vận;");
  EXPECT_EQ(texts("Ban Dân vận|Ban"), "");
  EXPECT_EQ(texts("theo (?P<x>(?:a|b)|(?:c|cd))"), "c<cd;");
  EXPECT_EQ(texts("(?:a|ab) c"), "");  // what follows may want the longer one
  EXPECT_EQ(texts("(?:a|ab)?"), "");
  EXPECT_EQ(texts("a.|a.b"), "");  // not read as text
  EXPECT_EQ(shadowed_alternatives("x|xyz")[0].offset, 2U);
}

}  // namespace
}  // namespace boctach
