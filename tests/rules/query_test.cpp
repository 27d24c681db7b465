#include "rules/query.h"

#include <gtest/gtest.h>

#include "rules/rule_folder.h"

namespace boctach {
namespace {

std::string pack_with(const std::string& name, const std::string& head) {
  return pack_text(name, "'số (?P<n>[0-9])'", "    fields: {n: int}\n", head);
}

TEST(Query, StandsBehindAllPacksAndSeesTheLabelsItNames) {
  RuleFolder folder({{"a.yaml", pack_with("t.a", "define: {digit: '[0-9]'}\n")}});
  ASSERT_EQ(messages(folder.diagnostics), "");
  Diagnostics diagnostics;
  add_query(folder.rules, "{{@number}} (?P<what>{{digit}}+)", diagnostics);
  EXPECT_EQ(messages(diagnostics), "");
  ASSERT_EQ(folder.rules.packs.size(), 2U);
  const Rule& query = folder.rules.packs[1].rules[0];
  EXPECT_EQ(query.sees, std::vector<std::string>{"number"});
  EXPECT_EQ(query.pattern.value, "{{@number}} (?P<what>{{t.a/digit}}+)");
  ASSERT_EQ(query.fields.size(), 1U);
  EXPECT_EQ(query.fields[0].name, "what");
}

TEST(Query, SaysWhereItIsWrong) {
  RuleFolder folder(
      {{"a.yaml", pack_with("t.a", "define: {digit: '[0-9]'}\n")}, {"b.yaml", pack_with("t.b", "define: {digit: '[1-9]'}\n")}});
  Diagnostics unknown;
  add_query(folder.rules, "số {{digits}}", unknown);
  EXPECT_EQ(messages(unknown),
            "pattern:1:4: error[E301]: no fragment 'digits'\n  số {{digits}}\n     ^~~~~~~~~~\n  help: did you mean 'digit'?\n");
  folder.rules.packs.pop_back();
  Diagnostics ambiguous;
  add_query(folder.rules, "{{digit}}", ambiguous);
  EXPECT_NE(messages(ambiguous).find("write one of t.a/digit, t.b/digit"), std::string::npos);
  folder.rules.packs.pop_back();
  Diagnostics ascii;
  add_query(folder.rules, "\\bsố", ascii);
  EXPECT_TRUE(ascii.has_errors());
}

}  // namespace
}  // namespace boctach
