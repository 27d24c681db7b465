#include "rules/pattern_parts.h"

#include <gtest/gtest.h>

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

TEST(PatternParts, SurvivesWhatIsNoPattern) {
  for (const char* broken : {"", "(", "[", "\\", "{{", "{{a", "a{", "(?P<", "()", "(?", "a|", "\\p{"}) pattern_parts(broken);
}

}  // namespace
}  // namespace boctach
