#include "matching/lexicon_matcher.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "matching/random_rules.h"
#include "matching/scratch_rules.h"

namespace boctach {
namespace {

Lexicon lexicon(const std::vector<std::string>& values, bool fold_case) {
  Lexicon made;
  made.fold_case = fold_case;
  for (const std::string& value : values) {
    made.entries.emplace_back();
    made.entries.back().value = value;
  }
  return made;
}

TEST(LexiconMatcher, TakesTheLongestEntry) {
  const auto matcher = LexiconMatcher::make(lexicon({"Hà", "Hà Nội", "Hà Nam", "Hà Nội mới x", "H"}, false));
  const std::string text = "Hà Nội mới";
  EXPECT_EQ(matcher->longest_at(text, 0), std::string("Hà Nội").size());
  EXPECT_EQ(matcher->longest_at("Hà Giang", 0), std::string("Hà").size());
  EXPECT_EQ(matcher->longest_at("H", 0), 1U);
  EXPECT_EQ(matcher->longest_at("hà", 0), 0U);
  EXPECT_EQ(matcher->longest_at("Ha Noi", 3), 0U);
}

TEST(LexiconMatcher, LeavesWhatFoldsToAnotherLength) {
  EXPECT_EQ(LexiconMatcher::make(lexicon({"\u017Fa"}, true)), nullptr);
  EXPECT_NE(LexiconMatcher::make(lexicon({"Đ", "Kỳ"}, true)), nullptr);
}

std::string lexicon_pack(const std::set<std::string>& values, const std::string& match, const std::string& boundary) {
  std::string pack = "pack: t.names\ndefaults: {label: name}\nlexicons:\n  names:\n    match: " + match + "\n    entries:\n";
  for (const std::string& value : values) pack += "      - {value: \"" + value + "\"}\n";
  return pack + "rules:\n" +
         rule("name", "    boundary: " + boundary + "\n    pattern: '(?P<name>{{lex:names}})'\n    fields: {name: string}\n");
}

using Seen = std::vector<std::tuple<Span, Outcome, std::string>>;

Seen seen(const ScratchRules& rules, const std::string& text, bool gate) {
  MatchOptions options;
  options.gate = gate;
  Seen all;
  const auto result = rules.run(text, options);
  for (const Candidate& candidate : result.findings.candidates) all.emplace_back(candidate.span, candidate.outcome, candidate.cause);
  for (const Mention& mention : result.findings.mentions) all.emplace_back(mention.groups.at(0).span, Outcome::Won, "name");
  return all;
}

TEST(LexiconMatcher, FindsWhatRe2Finds) {
  RandomRules random(11);
  for (int round = 0; round < 40; ++round) {
    std::set<std::string> values;
    while (values.size() < 60) {
      const std::string value = random.text(1 + random.pick(3));
      if (value.find_first_of("\n\"\\") == std::string::npos) values.insert(value);
    }
    const ScratchRules rules({lexicon_pack(values, round % 2 == 0 ? "exact" : "fold_case", round % 3 == 0 ? "none" : "word")});
    ASSERT_NE(rules.matcher, nullptr) << rules.messages;
    for (int i = 0; i < 100; ++i) {
      const std::string text = random.text(20);
      ASSERT_EQ(seen(rules, text, true), seen(rules, text, false)) << text;
    }
  }
}

TEST(LexiconMatcher, NeedsNoExpressionForALargeLexicon) {
  std::set<std::string> values;
  for (int i = 0; i < 5000; ++i) values.insert("Thôn " + std::to_string(i * 7));
  const ScratchRules rules({lexicon_pack(values, "fold_case", "word")});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  EXPECT_EQ(rules.found("THÔN 7, thôn 34993, Thôn 35000, xThôn 7 và Thôn 71"),
            (std::vector<std::string>{"name:THÔN 7", "name:thôn 34993"}));
  EXPECT_EQ(seen(rules, "thôn 7, xthôn 77", true), seen(rules, "thôn 7, xthôn 77", false));
}

}  // namespace
}  // namespace boctach
