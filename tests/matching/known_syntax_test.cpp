#include "matching/known_syntax.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "boctach/rule_set.h"
#include "matching/syntax.h"
#include "rules/pattern_text.h"

namespace boctach {
namespace {

void expect_same(const std::string& expression, KnownSyntax& known) {
  const auto afresh = parse_expression(expression);
  const auto parsed = parse_expression(expression, &known);
  ASSERT_EQ(parsed.has_value(), afresh.has_value()) << expression;
  if (!parsed) return;
  EXPECT_TRUE(parsed->syntax == afresh->syntax) << expression;
  EXPECT_EQ(parsed->groups, afresh->groups) << expression;
  EXPECT_EQ(parsed->is_exact, afresh->is_exact) << expression;
}

TEST(KnownSyntax, IsWhatWouldBeReadAgain) {
  Diagnostics diagnostics;
  const RuleSet rules = load_rules(std::filesystem::path(BOCTACH_SOURCE_DIR) / "rules", diagnostics);
  ASSERT_FALSE(diagnostics.has_errors());
  PatternExpander expander(rules);
  KnownSyntax known;
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) expect_same(expander.expand(pack, rule.pattern.value), known);
  }
}

TEST(KnownSyntax, TakesNoPartForAnother) {
  const std::string words = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|mười ba";
  const std::string letters = "[aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩị]";
  const std::vector<std::string> parts = {"(?:" + words + ")",
                                          "(?i:" + words + ")",
                                          "(?P<a>" + words + ")",
                                          "(?P<b>" + words + "|)",
                                          "(" + words + ")",
                                          "(?i)",
                                          "(?s)",
                                          "(?:" + words,
                                          words + ")",
                                          letters,
                                          "[^" + letters.substr(1),
                                          "(?:" + letters + ")",
                                          "(?i:" + letters + ")",
                                          "(?:" + letters + "|" + words + ")",
                                          "(?:",
                                          "(?i:",
                                          ")",
                                          "|",
                                          "*",
                                          "?",
                                          "{2,3}",
                                          "x",
                                          ".",
                                          "\\pL",
                                          "\\b",
                                          letters.substr(0, 70),
                                          "]"};
  std::mt19937 random(3);
  KnownSyntax known;
  for (int round = 0; round < 20000; ++round) {
    std::string expression;
    for (std::size_t count = 1 + random() % 7; count > 0; --count) expression += parts[random() % parts.size()];
    expect_same(expression, known);
    if (HasFatalFailure()) return;
  }
}

TEST(KnownSyntax, MindsHowDeepItStands) {
  const std::string words = "(?:" + std::string(100, 'a') + "|b)";
  KnownSyntax known;
  for (std::size_t depth = 190; depth < 205; ++depth) {
    std::string expression = words;
    for (std::size_t i = 0; i < depth; ++i) expression.insert(0, "(?:").push_back(')');
    expect_same(expression, known);
  }
}

}  // namespace
}  // namespace boctach
