#include "matching/context_search.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "matching/compiled_rule.h"
#include "matching/random_rules.h"
#include "matching/syntax.h"

namespace boctach {
namespace {

bool found(const std::string& expression, const std::string& text) {
  const ContextSearch search(expression);
  return ContextWalk(search).matches(text);
}

TEST(ContextSearch, ReadsFromTheSideThatTheExpressionIsTiedTo) {
  const ContextSearch before("(?:ngày|tháng) ?\\z");
  EXPECT_GT(before.program().size(), 0U);
  EXPECT_TRUE(before.is_backward());
  const ContextSearch after("\\A(?: ngày| tháng)");
  EXPECT_GT(after.program().size(), 0U);
  EXPECT_FALSE(after.is_backward());
  EXPECT_TRUE(found("(?:ngày|tháng) ?\\z", "đến ngày "));
  EXPECT_FALSE(found("(?:ngày|tháng) ?\\z", "ngày 5"));
  EXPECT_TRUE(found("\\A(?: ngày| tháng)", " tháng 5"));
  EXPECT_FALSE(found("\\A(?: ngày| tháng)", "a tháng 5"));
}

TEST(ContextSearch, KnowsTheEmptyTextAndBothSides) {
  EXPECT_TRUE(found("\\A\\z", ""));
  EXPECT_FALSE(found("\\A\\z", "a"));
  EXPECT_TRUE(found("\\A(?:ế|\\z)", ""));
  EXPECT_TRUE(found("x?", ""));
  EXPECT_FALSE(found("x", ""));
  EXPECT_TRUE(found("\\Aế+\\z", "ếế"));
  EXPECT_TRUE(found("(?:\\A|, )ế\\z", "a, ế"));
  EXPECT_FALSE(found("(?:\\A|, )ế\\z", "aế"));
}

// RE2 says the same, of expressions that are tied to a side, to both or to none.
TEST(ContextSearch, FindsWhatRe2Finds) {
  RandomRules random(7);
  const std::vector<std::string> fronts = {"", "", "\\A", "\\A ?", "(?:\\A|, )"};
  const std::vector<std::string> backs = {"", "", "\\z", " ?\\z", "(?: |\\z)"};
  int searches = 0;
  int matches = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string pattern = "(?:" + random.expression(0) + ")";
    if (random.chance(4)) pattern += "|" + random.expression(0);
    pattern = fronts[random.pick(fronts.size())] + "(?:" + pattern + ")" + backs[random.pick(backs.size())];
    if (pattern.find("{{") != std::string::npos) continue;
    const auto parsed = parse_expression(pattern);
    if (!parsed || !parsed->is_exact) continue;
    std::string error;
    const std::unique_ptr<Expression> expected = Expression::compile(pattern, error);
    ASSERT_NE(expected, nullptr) << pattern << error;
    const ContextSearch search(pattern);
    ContextWalk walk(search);
    ++searches;
    for (int i = 0; i < 60; ++i) {
      const std::string text = random.text(random.pick(5));
      EXPECT_EQ(walk.matches(text), expected->matches(text)) << pattern << '\n' << text;
      matches += expected->matches(text) ? 1 : 0;
    }
  }
  EXPECT_GT(searches, 1000);
  EXPECT_GT(matches, 1000);
}

}  // namespace
}  // namespace boctach
