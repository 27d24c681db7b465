#include "matching/canonical_pattern.h"

#include <gtest/gtest.h>

#include <string>

#include "matching/compiled_rule.h"
#include "matching/random_rules.h"

namespace boctach {
namespace {

TEST(CanonicalPattern, PutsAlternativesWithACommonStartSideBySide) {
  EXPECT_EQ(canonical_pattern("(?:bb|a|ba|b)x"), "(?:a|ba|bb|b)x");
  EXPECT_EQ(canonical_pattern("(?i:Số 2|a\\.b|số 1|a)"), "(?i:a\\.b|a|số 1|Số 2)");
  EXPECT_EQ(canonical_pattern("(?P<type>c|bb|a)"), "(?P<type>a|bb|c)");
}

TEST(CanonicalPattern, KeepsAnOrderThatCounts) {
  EXPECT_EQ(canonical_pattern("(?:b|ba|a)"), "(?:b|ba|a)");
  EXPECT_EQ(canonical_pattern("(?i:b|BA|a)"), "(?i:b|BA|a)");
  EXPECT_EQ(canonical_pattern("(?:c|b?|a)"), "(?:c|b?|a)");
  EXPECT_EQ(canonical_pattern("(?:c|\\d|a)"), "(?:c|\\d|a)");
  EXPECT_EQ(canonical_pattern("[(c|b|a)]"), "[(c|b|a)]");
  EXPECT_EQ(canonical_pattern("\\(c|b|a\\)"), "\\(c|b|a\\)");
  EXPECT_EQ(canonical_pattern("[]()](?:c|b|a)"), "[]()](?:a|b|c)");
}

TEST(CanonicalPattern, KnowsLettersThatAreOneInAnyCase) {
  EXPECT_EQ(canonical_pattern("(?i:ſ|x|sa)"), "(?i:ſ|x|sa)");
  EXPECT_EQ(canonical_pattern("(?i:ς|x|σa)"), "(?i:ς|x|σa)");
  EXPECT_EQ(canonical_pattern("(?i:µ|x|μa)"), "(?i:µ|x|μa)");
}

TEST(CanonicalPattern, MovesABlankBehindAnOptionalWord) {
  EXPECT_EQ(canonical_pattern("số(?: ngày)? \\d"), "số (?:ngày )?\\d");
  EXPECT_EQ(canonical_pattern("số(?: ngày)? ?\\d"), "số(?: ngày)? ?\\d");
  EXPECT_EQ(canonical_pattern("số(?: ngày)?? \\d"), "số(?: ngày)?? \\d");
  EXPECT_EQ(canonical_pattern("số(?: ngày)? (?i)*\\d"), "số(?: ngày)? (?i)*\\d");
  EXPECT_EQ(canonical_pattern("số(?: a|b)? \\d"), "số(?: a|b)? \\d");
}

std::string matches(const Expression& expression, const std::string& text) {
  std::string all;
  Expression::Match match;
  for (std::size_t from = 0; from < text.size() && expression.find(text, from, match); from = match.span.end + 1) {
    all += std::to_string(match.span.begin) + "-" + std::to_string(match.span.end) + " ";
    for (const auto& [name, span] : match.groups) all += std::to_string(span.begin) + ".." + std::to_string(span.end) + " ";
  }
  return all;
}

TEST(CanonicalPattern, MatchesAsBefore) {
  RandomRules random(7);
  int changed = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string written = random.expression(2);
    if (written.find("{{") != std::string::npos) continue;
    const std::string canonical = canonical_pattern(written);
    changed += canonical != written ? 1 : 0;
    std::string error;
    const auto before = Expression::compile(written, error);
    const auto after = Expression::compile(canonical, error);
    ASSERT_TRUE(before && after) << written << ": " << error;
    for (int k = 0; k < 20; ++k) {
      const std::string text = random.text(20);
      ASSERT_EQ(matches(*after, text), matches(*before, text)) << written << "\n" << canonical << "\n" << text;
    }
  }
  EXPECT_GT(changed, 100);
}

}  // namespace
}  // namespace boctach
