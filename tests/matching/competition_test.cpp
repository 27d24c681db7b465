#include "matching/competition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace boctach {
namespace {

TEST(Competition, DependsOnNoOrderOfItsInput) {
  std::mt19937 random(7);
  std::vector<Rule> rules(6);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    rules[i].pack = "p";
    rules[i].id = std::string(1, static_cast<char>('a' + i));
    rules[i].label = i % 2 == 0 ? "even" : "odd";
    rules[i].group = rules[i].label;
    rules[i].priority = static_cast<int>(i % 3);
  }
  for (int round = 0; round < 2000; ++round) {
    std::vector<Contender> contenders;
    for (std::size_t i = 0; i < 12; ++i) {
      const std::size_t begin = random() % 20;
      contenders.push_back({&rules[random() % rules.size()], {begin, begin + 1 + random() % 6}, i});
    }
    const auto outcome_of = [&](const std::vector<Contender>& input) {
      const std::vector<Ending> endings = compete(input);
      std::vector<std::tuple<Span, std::string, Outcome>> all;
      for (std::size_t i = 0; i < input.size(); ++i) all.emplace_back(input[i].span, input[i].rule->id, endings[i].outcome);
      std::sort(all.begin(), all.end());
      return all;
    };
    const auto expected = outcome_of(contenders);
    std::shuffle(contenders.begin(), contenders.end(), random);
    EXPECT_EQ(outcome_of(contenders), expected);
  }
}

TEST(Competition, NeverKeepsTwoThatShareAByte) {
  std::mt19937 random(11);
  std::vector<Rule> rules(3);
  for (std::size_t i = 0; i < rules.size(); ++i) rules[i].id = std::string(1, static_cast<char>('a' + i));
  for (int round = 0; round < 2000; ++round) {
    std::vector<Contender> contenders;
    for (std::size_t i = 0; i < 15; ++i) {
      const std::size_t begin = random() % 30;
      contenders.push_back({&rules[random() % rules.size()], {begin, begin + 1 + random() % 8}, i});
    }
    const std::vector<Ending> endings = compete(contenders);
    for (std::size_t i = 0; i < contenders.size(); ++i) {
      if (endings[i].outcome != Outcome::Won) {
        EXPECT_TRUE(contenders[endings[i].winner].span.overlaps(contenders[i].span));
        EXPECT_TRUE(endings[endings[i].winner].outcome == Outcome::Won);
        continue;
      }
      for (std::size_t j = 0; j < i; ++j) {
        if (endings[j].outcome == Outcome::Won) {
          EXPECT_FALSE(contenders[i].span.overlaps(contenders[j].span));
        }
      }
    }
  }
}

}  // namespace
}  // namespace boctach
