#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "boctach/matcher.h"
#include "matching/scratch_rules.h"

namespace boctach {
namespace {

using Strings = std::vector<std::string>;

std::string pack(const std::string& body) { return "pack: t.fields\ndefaults: {label: n}\n" + body; }

TEST(FieldValues, TakeTheFirstGroupThatIsThere) {
  const ScratchRules rules(
      {pack("lexicons:\n  words: {match: fold_case, columns: [value, name], entries: [{value: 'kế hoạch', name: 'Kế hoạch'}]}\n"
            "  codes: {match: exact, columns: [value, name], entries: [{value: 'KH', name: 'Kế hoạch (mã)'}]}\nrules:\n" +
            rule("n",
                 "    pattern: '(?:(?P<word>{{lex:words}}) )?số \\d+/(?P<code>{{lex:codes}})'\n"
                 "    fields:\n      type: {from: [word, code], lexicon: [words, codes], use: name}\n"))});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  const auto with_word = rules.run("kế hoạch số 5/KH");
  ASSERT_EQ(with_word.findings.mentions.size(), 1U);
  EXPECT_EQ(with_word.findings.mentions[0].field("type")->values, (Strings{"Kế hoạch"}));
  const auto without = rules.run("văn bản số 5/KH");
  EXPECT_EQ(without.findings.mentions[0].field("type")->values, (Strings{"Kế hoạch (mã)"}));
}

TEST(FieldValues, RejectACandidateWhoseNumberIsOutOfRange) {
  const ScratchRules rules(
      {pack("rules:\n" + rule("n", "    pattern: 'tháng (?P<m>\\d+)'\n    fields: {m: {type: int, range: [1, 12]}}\n"))});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("tháng 13 tháng 12"), (Strings{"n:tháng 12"}));
}

TEST(FieldValues, RejectImpossibleDates) {
  const ScratchRules rules({pack("rules:\n" + rule("n",
                                                   "    pattern: '(?P<day>\\d+)/(?P<month>\\d+)/(?P<year>\\d{4})'\n"
                                                   "    fields: {value: {compose: date, kind: date}}\n"))});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("31/6/2020 và 30/6/2020 và 29/2/2019"), (Strings{"n:30/6/2020"}));
}

TEST(FieldValues, SplitLists) {
  const ScratchRules rules(
      {pack("rules:\n" + rule("n", "    pattern: 'gồm (?P<all>[a-z, ]+)'\n    fields: {all: {type: list, split: ','}}\n"))});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.run("gồm a, b , c").findings.mentions[0].field("all")->values, (Strings{"a", "b", "c"}));
}

TEST(FieldValues, MakeAMissingGroupFailUnlessItIsOptional) {
  const ScratchRules rules({pack(
      "rules:\n" + rule("n", "    pattern: 'số (?P<a>\\d+)(?:/(?P<b>\\d+))?'\n    fields: {a: string, b: string}\n") +
      rule(
          "m",
          "    label: m\n    pattern: 'mục (?P<a>\\d+)(?:/(?P<b>\\d+))?'\n    fields: {a: string, b: {type: string, optional: true}}\n"))});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("số 1 mục 2"), (Strings{"m:mục 2"}));
}

}  // namespace
}  // namespace boctach
