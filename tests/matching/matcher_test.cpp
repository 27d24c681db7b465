#include "boctach/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "matching/scratch_rules.h"

namespace boctach {
namespace {

using Strings = std::vector<std::string>;

const Candidate* candidate(const Findings& findings, const std::string& id, Outcome outcome) {
  for (const Candidate& c : findings.candidates) {
    if (c.rule->id == id && c.outcome == outcome) return &c;
  }
  return nullptr;
}

TEST(Matcher, DoesNotCutVietnameseWords) {
  const ScratchRules rules({"pack: t.words\ndefaults: {label: word}\nrules:\n" + rule("mot", "    pattern: 'ng|ông'\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("Đảng không có ông, ng ấy"), (Strings{"word:ông", "word:ng"}));
  const auto result = rules.run("không");
  ASSERT_NE(candidate(result.findings, "mot", Outcome::Edge), nullptr);
  EXPECT_EQ(candidate(result.findings, "mot", Outcome::Edge)->cause, "edge left");
}

TEST(Matcher, LetsTheHigherPriorityThenTheLongerWin) {
  const ScratchRules rules({"pack: t.order\ndefaults: {label: thing}\nrules:\n" +
                            rule("short-high", "    priority: 5\n    pattern: 'bb'\n") + rule("long", "    pattern: 'aa bb cc'\n") +
                            rule("middle", "    pattern: 'aa bb'\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("aa bb cc"), (Strings{"thing:bb"}));
  const auto result = rules.run("aa bb cc");
  const Candidate* loser = candidate(result.findings, "long", Outcome::Lost);
  ASSERT_NE(loser, nullptr);
  EXPECT_EQ(loser->cause, "lost to t.order/short-high by priority");
}

TEST(Matcher, NamesEqualFindingsOfOtherRulesInAlso) {
  const ScratchRules rules(
      {"pack: t.same\ndefaults: {label: thing}\nrules:\n" + rule("b", "    pattern: 'aa'\n") + rule("a", "    pattern: 'a+'\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  const auto result = rules.run("x aa y");
  ASSERT_EQ(result.findings.mentions.size(), 1U);
  EXPECT_EQ(result.findings.mentions[0].rule->id, "a");
  ASSERT_EQ(result.findings.mentions[0].also.size(), 1U);
  EXPECT_EQ(result.findings.mentions[0].also[0]->id, "b");
}

TEST(Matcher, LetsLabelsOfDifferentGroupsOverlap) {
  const ScratchRules rules({"pack: t.groups\nrules:\n" + rule("a", "    label: one\n    pattern: 'aa bb'\n") +
                            rule("b", "    label: two\n    pattern: 'bb cc'\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("aa bb cc"), (Strings{"one:aa bb", "two:bb cc"}));
}

TEST(Matcher, SeesEarlierMentionsAsSymbols) {
  const ScratchRules rules({"pack: t.first\ndefaults: {label: day}\nrules:\n" + rule("day", "    pattern: '\\d+/\\d+'\n"),
                            "pack: t.second\ndefaults: {label: event, sees: [day]}\nrules:\n" +
                                rule("event", "    pattern: 'Họp ngày (?P<day>{{@day}})'\n    fields: {day: string}\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  const auto result = rules.run("Họp ngày 3/4 tại xã");
  ASSERT_EQ(result.findings.mentions.size(), 2U);
  const Mention& event = result.findings.mentions[1];
  EXPECT_EQ(event.span.of(result.document.buffer.text()), "Họp ngày 3/4");
  ASSERT_NE(event.field("day"), nullptr);
  EXPECT_EQ(event.field("day")->values, (Strings{"3/4"}));
  ASSERT_NE(event.group("day"), nullptr);
  EXPECT_EQ(event.group("day")->mentions, (std::vector<std::size_t>{0}));
}

TEST(Matcher, JudgesContextAndExceptionsOnTheView) {
  const ScratchRules rules(
      {"pack: t.context\ndefaults: {label: n}\nrules:\n" +
       rule("n", "    pattern: '\\d+'\n    context: [{before: 'số ?\\z', within: 5}]\n    except: [{after: '\\A ?người', within: 8}]\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("số 12, 13, số\u00a014 người"), (Strings{"n:12"}));
  const auto result = rules.run("số 12, 13, số 14 người");
  EXPECT_NE(candidate(result.findings, "n", Outcome::Context), nullptr);
  EXPECT_NE(candidate(result.findings, "n", Outcome::Except), nullptr);
}

TEST(Matcher, KeepsTheMentionInsideTheMatch) {
  const ScratchRules rules(
      {"pack: t.span\ndefaults: {label: n}\nrules:\n" + rule("n", "    pattern: 'số (?P<a>\\d+)/(?P<b>\\d+) khóa'\n    span: a..b\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("số 12/34 khóa"), (Strings{"n:12/34"}));
}

TEST(Matcher, DropsPageChromeAndKeepsItsMetadata) {
  const ScratchRules rules(
      {"pack: t.clean\nclean:\n  - id: stamp\n    drop-line: 'Ngày đăng: (?P<outlet>.+)'\n    fields: {outlet: string}\n    examples: "
       "[{text: 'x'}]\n    counterexamples: [{text: 'x', why: none}]\n" +
           std::string("  - id: tail\n    drop-from: 'Tin khác'\n    after: 0.3\n    examples: [{text: 'x'}]\n    counterexamples: [{text: "
                       "'x', why: none}]\n"),
       "pack: t.rest\ndefaults: {label: n}\nrules:\n" + rule("n", "    pattern: '\\d+'\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  const auto result = rules.run("Một bài viết dài\nNgày đăng: 5\nCó 7 người\nTin khác\nSố 8");
  EXPECT_EQ(result.document.buffer.text(), "Một bài viết dài\nCó 7 người\n");
  ASSERT_EQ(result.findings.chrome.size(), 2U);
  Strings found;
  for (const Mention& mention : result.findings.mentions) found.emplace_back(mention.raw.of(result.document.buffer.original()));
  EXPECT_EQ(found, (Strings{"Ngày đăng: 5", "7"}));
}

TEST(Matcher, DropsATailUntilTheArticleGoesOn) {
  const ScratchRules rules(
      {"pack: t.clean\nclean:\n  - id: box\n    drop-from: 'Tin khác'\n    until: '[^\\n]+[.]\\n'\n    examples: [{text: 'x'}]\n    "
       "counterexamples: [{text: 'x', why: none}]\n"});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  const auto text = [&](const char* article) { return std::string(rules.run(article).document.buffer.text()); };
  EXPECT_EQ(text("Một\nTin khác\nHai\n\nBa xã họp.\nBốn\nTin khác\nNăm"), "Một\nBa xã họp.\nBốn\n");
  EXPECT_EQ(text("Một\nTin khác\nHai\nBa"), "Một\n");
  EXPECT_EQ(text("Một\nTin khác\nHai.\n"), "Một\nHai.\n");
  EXPECT_EQ(text("Một\nTin khác\n"), "Một\n");
  EXPECT_EQ(text("Một\nTin khác"), "Một\n");
  const auto result = rules.run("Một\nTin khác\nHai\n\nBa.\n");
  ASSERT_EQ(result.findings.chrome.size(), 1U);
  EXPECT_EQ(result.findings.chrome[0].text, "Tin khác\nHai");
}

TEST(Matcher, GivesEveryElementOfAListItsOwnMention) {
  const ScratchRules rules(
      {"pack: t.each\ndefaults: {label: doc}\nrules:\n" + rule("list",
                                                               "    pattern: '(?P<type>Quyết định) số (?P<numbers>\\d+(?:, \\d+)+)'\n"
                                                               "    each: {group: numbers, pattern: '(?P<number>\\d+)', share: [type]}\n"
                                                               "    fields: {type: string, number: string}\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("các Quyết định số 217, 218 của"), (Strings{"doc:Quyết định số 217", "doc:218"}));
  const auto result = rules.run("Quyết định số 217, 218");
  EXPECT_EQ(result.findings.mentions.back().field("type")->values, (Strings{"Quyết định"}));
  EXPECT_EQ(result.findings.mentions.back().field("number")->values, (Strings{"218"}));
}

TEST(Matcher, LinksMentionsOfAGroup) {
  const ScratchRules rules({"pack: t.a\ndefaults: {label: person}\nrules:\n" + rule("p", "    pattern: 'P\\d'\n"),
                            "pack: t.b\ndefaults: {label: title, emit: false}\nrules:\n" + rule("t", "    pattern: 'T\\d'\n"),
                            "pack: t.c\nrules:\n" + rule("shared",
                                                         "    sees: [person, title]\n    pattern: 'Các (?P<t>{{@title}}): "
                                                         "(?P<p>{{@person}}(?:, {{@person}})*)'\n    link: {to: p, add: {titles: t}}\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  const auto result = rules.run("Các T1: P1, P2 dự.");
  ASSERT_EQ(result.findings.links.size(), 2U);
  EXPECT_EQ(result.findings.links[0].field, "titles");
  EXPECT_TRUE(result.findings.links[0].add);
  EXPECT_EQ(result.findings.links[0].span.of(result.document.buffer.text()), "T1");
}

TEST(Matcher, HidesWhatLiesInsideAnotherLabel) {
  const ScratchRules rules(
      {"pack: t.street\ndefaults: {label: street}\nhides: [{label: person}]\nrules:\n" + rule("s", "    pattern: 'đường P\\d'\n"),
       "pack: t.person\ndefaults: {label: person}\nrules:\n" + rule("p", "    pattern: 'P\\d'\n")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("đường P1 và P2"), (Strings{"street:đường P1", "person:P2"}));
}

TEST(Matcher, RefusesPatternsThatCanMatchNothing) {
  const ScratchRules rules(
      {"pack: t.empty\ndefaults: {label: n}\nrules:\n" + rule("n", "    pattern: 'a*'\n") + rule("m", "    pattern: 'a[b'\n")});
  EXPECT_EQ(rules.matcher, nullptr);
  EXPECT_NE(rules.messages.find("E411"), std::string::npos) << rules.messages;
  EXPECT_NE(rules.messages.find("E412"), std::string::npos) << rules.messages;
}

TEST(Matcher, RefusesFragmentsThatDoubleAtEveryStep) {
  std::string define = "define:\n  f60: 'x'\n";
  for (int i = 0; i < 60; ++i) {
    const std::string next = "{{f" + std::to_string(i + 1) + "}}";
    define += "  f" + std::to_string(i) + ": '" + next + next + "'\n";
  }
  const ScratchRules rules({"pack: t.large\n" + define + "defaults: {label: n}\nrules:\n" + rule("n", "    pattern: '{{f0}}'\n")});
  EXPECT_EQ(rules.matcher, nullptr);
  EXPECT_NE(rules.messages.find("E411"), std::string::npos) << rules.messages;
  EXPECT_NE(rules.messages.find("too large"), std::string::npos) << rules.messages;
}

}  // namespace
}  // namespace boctach
