#include "matching/definitions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "matching/scratch_rules.h"

namespace boctach {
namespace {

std::string spelled(const std::string& full, const std::string& shortened) {
  const Span span = spelled_out(full, {0, full.size()}, shortened);
  return std::string(span.of(full));
}

TEST(Definitions, CutTheLongFormToTheWordsOfTheShortOne) {
  EXPECT_EQ(spelled("nâng cao chất lượng công tác dân vận", "CTDV"), "công tác dân vận");
  EXPECT_EQ(spelled("của Ủy ban nhân dân", "UBND"), "Ủy ban nhân dân");
  EXPECT_EQ(spelled("quốc phòng - an ninh", "QP-AN"), "quốc phòng - an ninh");
  EXPECT_EQ(spelled("tại Đại hội Đảng", "ĐHĐ"), "Đại hội Đảng");
  EXPECT_EQ(spelled("tại Đại hội Đảng", "DHD"), "Đại hội Đảng");
}

TEST(Definitions, RefuseAShortFormOfOtherWords) {
  EXPECT_EQ(spelled("vận tải hàng không", "IATA"), "");
  EXPECT_EQ(spelled("dân vận", "CTDV"), "");
  EXPECT_EQ(spelled("dân vận", "-"), "");
}

TEST(Definitions, TakeTheWordsBeforeInARow) {
  const auto words = [](const std::string& text, std::size_t most) { return std::string(words_before(text, text.size(), most).of(text)); };
  EXPECT_EQ(words("Họp. Về công tác dân vận ", 9), "Về công tác dân vận");
  EXPECT_EQ(words("từ 3 công tác dân vận", 3), "tác dân vận");
  EXPECT_EQ(words("quốc phòng, an ninh - đối ngoại ", 6), "quốc phòng, an ninh - đối ngoại");
  EXPECT_EQ(words("số 12 ", 3), "");
  EXPECT_EQ(words("", 3), "");
}

TEST(Definitions, FindTheShortFormAsAWord) {
  const std::string text = "CTDV, CTDVX (CTDV)";
  EXPECT_EQ(find_word(text, "CTDV", 0), (std::vector<Span>{{0, 4}, {13, 17}}));
  EXPECT_EQ(find_word(text, "CTDV", 1), (std::vector<Span>{{13, 17}}));
}

const char* const head = R"(pack: t.short
defaults: {label: term}
rules:
)";

TEST(Definitions, HoldFromWhereTheyStandToTheEndOfTheArticle) {
  const ScratchRules rules({head + rule("term",
                                        "    pattern: '(?P<long>[a-zâôáấậ]+(?: [a-zâôáấậ]+)*) \\((?P<short>[A-Z]{2,6})\\)'\n"
                                        "    span: short\n    defines: {short: short, long: long, check: initials}\n"
                                        "    fields: {full: {from: [long]}}\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("CTDV. công tác dân vận (CTDV), CTDV và\nCTDV"), (std::vector<std::string>{"term:CTDV", "term:CTDV", "term:CTDV"}));
  const auto result = rules.run("đổi mới công tác dân vận (CTDV) là CTDV");
  ASSERT_EQ(result.findings.mentions.size(), 2U);
  EXPECT_EQ(result.findings.mentions[1].field("full")->values.front(), "công tác dân vận");
  EXPECT_EQ(rules.found("vận tải hàng không (IATA), IATA"), std::vector<std::string>{});
}

TEST(Definitions, NeedNoGroupForTheLongForm) {
  const ScratchRules rules({head + rule("term",
                                        "    pattern: '\\((?P<short>[A-Z]{2,6})\\)'\n    span: short\n"
                                        "    defines: {short: short}\n    fields: {full: {from: [long]}}\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  const auto result = rules.run("đổi mới công tác dân vận (CTDV) là CTDV; hàng không (IATA)");
  ASSERT_EQ(result.findings.mentions.size(), 2U);
  EXPECT_EQ(result.findings.mentions[1].field("full")->values.front(), "công tác dân vận");
  EXPECT_EQ(result.findings.candidates.front().cause, "initials of long");
}

TEST(Definitions, GiveWayToAMentionThatIsThere) {
  const ScratchRules rules({head +
                            rule("term",
                                 "    pattern: '(?P<long>dân vận) \\((?P<short>[A-Z]{2,6})\\)'\n    span: short\n"
                                 "    defines: {short: short, long: long, check: initials}\n"
                                 "    fields: {full: {from: [long]}}\n") +
                            rule("longer", "    pattern: 'khối DV'\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  const auto result = rules.run("dân vận (DV), khối DV");
  ASSERT_EQ(result.findings.mentions.size(), 2U);
  const Candidate& last = result.findings.candidates.back();
  EXPECT_EQ(last.outcome, Outcome::Lost);
  EXPECT_EQ(last.cause, "lost to t.short/longer, which stood there before");
}

}  // namespace
}  // namespace boctach
