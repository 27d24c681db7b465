#include "rules/new_rule.h"

#include <gtest/gtest.h>

#include <string>

namespace boctach {
namespace {

TEST(NewRule, QuotesWhatIsMarkedAndTakesAnyNumber) {
  EXPECT_EQ(pattern_of("ở ⟦số 12/3 (a.b)⟧ đây"), "số [0-9]+/[0-9]+ \\(a\\.b\\)");
  EXPECT_EQ(pattern_of("⟦số 1⟧ và ⟦số  22⟧"), "số [0-9]+");
  EXPECT_EQ(pattern_of("⟦số 1⟧ và ⟦số 1 cũ⟧"), "(?:số [0-9]+ cũ|số [0-9]+)");
  EXPECT_EQ(pattern_of("⟦L’Oréal – \"A\u00A0B\"⟧"), "L'Oréal - “A B”");
  EXPECT_EQ(pattern_of("⟦{{x}}⟧"), "\\{\\{x\\}\\}");
}

TEST(NewRule, SaysWhatIsWrongWithAnExample) {
  EXPECT_EQ(complaint("ở ⟦đây⟧", true), "");
  EXPECT_EQ(complaint("ở đây", false), "");
  for (const char* text : {"", " ", "ở đây", "⟦ở", "ở⟧", "⟦ở ⟦đây⟧", "⟦ ⟧", "⟦ở\nđây⟧"}) EXPECT_NE(complaint(text, true), "") << text;
  EXPECT_NE(complaint("⟦ở⟧", false), "");
}

}  // namespace
}  // namespace boctach
