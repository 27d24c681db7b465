#include "matching/one_pass.h"

#include <gtest/gtest.h>

#include <string>

#include "matching/syntax.h"

namespace boctach {
namespace {

// "before|next", or an empty string.
std::string ambiguity(const std::string& expression) {
  const auto parsed = parse_expression(expression);
  if (!parsed) return "not read";
  const auto found = find_ambiguity(ByteProgram(parsed->syntax));
  return found ? found->before + "|" + found->next : "";
}

TEST(OnePass, IsLostWhereTheNextCharacterDoesNotDecide) {
  EXPECT_EQ(ambiguity("số(?: ngày)? (?P<n>\\d)"), "số| ");
  EXPECT_EQ(ambiguity("x(?P<a>[a-z]+)(?P<b>[a-z]?)"), "xa|a");
  EXPECT_EQ(ambiguity("(?P<a>ba)|(?P<b>bán)"), "|b");
  EXPECT_EQ(ambiguity("(?P<t>nghị quyết|nghị) (?P<n>\\d)"), "nghị| ");
  // A byte decides, not a character: these share their first.
  EXPECT_EQ(ambiguity("“(?P<n>[^”]+)”"), "“a|”");
}

TEST(OnePass, IsKeptWhereItDoes) {
  EXPECT_EQ(ambiguity("số (?:ngày )?(?P<n>\\d)"), "");
  EXPECT_EQ(ambiguity("(?P<n>\\d{1,5})/(?:(?P<y>\\d{4})/)?(?P<s>[A-Z]+)"), "");
  EXPECT_EQ(ambiguity("(?P<t>nghị quyết|nghị định) (?P<n>\\d)"), "");
  EXPECT_EQ(ambiguity("\"(?P<n>[^\"]+)\""), "");
}

}  // namespace
}  // namespace boctach
