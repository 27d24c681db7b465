#include "matching/transition_table.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <random>
#include <utility>
#include <vector>

namespace boctach {
namespace {

using Entry = TransitionTable::Entry;

TEST(TransitionTable, KnowsNoStepThatNobodyKept) {
  TransitionTable table(false);
  const Entry from = table.add(false, {0, 3, 255});
  EXPECT_FALSE(table.next(from, 0).known());
  EXPECT_FALSE(table.next(from, 3).known());
  EXPECT_FALSE(table.next(from, 255).known());
  EXPECT_TRUE(table.next(from, 4).dead()) << "it is none of its ways";
}

// Against a map: states with one step, with some and with all classes, kept in any order, also such as lead nowhere.
TEST(TransitionTable, KeepsEveryStepAndItsNote) {
  std::mt19937 random(1);
  TransitionTable table(true);
  for (int round = 0; round < 2; ++round) {
    std::vector<Entry> states;
    std::vector<std::vector<std::uint8_t>> ways;
    for (unsigned state = 0; state < 400; ++state) {
      std::vector<std::uint8_t>& mine = ways.emplace_back();
      const unsigned one_in = state % 3 == 0 ? 1 : state % 3 == 1 ? 16 : 200;
      for (unsigned letter = 0; letter < 256; ++letter) {
        if (random() % one_in == 0) mine.push_back(static_cast<std::uint8_t>(letter));
      }
      states.push_back(table.add(random() % 2 == 0, mine));
      EXPECT_EQ(states.back().state(), states.front().state() + state);
    }
    std::map<std::pair<std::size_t, std::uint8_t>, std::pair<Entry, std::uint32_t>> kept;
    for (std::uint32_t note = 1; note < 60000; ++note) {
      const std::size_t from = random() % states.size();
      if (ways[from].empty()) continue;
      const std::uint8_t letter = ways[from][random() % ways[from].size()];
      if (kept.contains({from, letter})) continue;
      const Entry to = random() % 8 == 0 ? Entry::nowhere() : states[random() % states.size()];
      table.keep(states[from], letter, to, note);
      kept[{from, letter}] = {to, note};
    }
    for (std::size_t from = 0; from < states.size(); ++from) {
      for (const std::uint8_t letter : ways[from]) {
        const auto step = kept.find({from, letter});
        if (step == kept.end()) {
          EXPECT_FALSE(table.next(states[from], letter).known());
          EXPECT_FALSE(table.next_noted(states[from], letter).entry.known());
          continue;
        }
        EXPECT_EQ(table.next(states[from], letter), step->second.first);
        const TransitionTable::Noted noted = table.next_noted(states[from], letter);
        EXPECT_EQ(noted.entry, step->second.first);
        EXPECT_EQ(noted.note, step->second.second);
      }
    }
    EXPECT_GT(table.bytes(), 4 * kept.size());
    table.forget();
    EXPECT_LT(table.bytes(), 1000U);
  }
}

}  // namespace
}  // namespace boctach
