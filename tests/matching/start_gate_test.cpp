#include "matching/start_gate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "matching/word_bytes.h"
#include "random_views.h"

namespace boctach {
namespace {

// What is looked for, a bit each: words, signs, what stands around a symbol, more bytes than the gate looks at.
const std::array<std::string, 8>& sought() {
  static const std::array<std::string, 8> all{
      "ng", "ngày 12/", "(", "(\U000F0001)", "\U000F0001", "\U000F0001, ", " và \U000F0001", "nghiêng nghiêng ngả"};
  return all;
}

// True if one begins the other.
bool agree(std::string_view a, std::string_view b) { return a.substr(0, b.size()) == b.substr(0, a.size()); }

Sweeps ask(std::string_view bytes, Sweeps among) {
  Sweeps sweeps = 0;
  for (std::size_t i = 0; i < sought().size(); ++i) sweeps |= agree(bytes, sought()[i]) ? Sweeps{1} << i : 0U;
  return sweeps & among;
}

// Every place is in it where what a sweep looks for stands and a word starts, and none where not even its first two bytes do.
void expect_right(StartGate& gate, const View& view) {
  const std::string_view text = view.text();
  std::map<std::size_t, Sweeps> starts;
  for (const StartGate::Start& start : gate.starts(view)) {
    ASSERT_TRUE(starts.empty() || starts.rbegin()->first < start.place);
    starts[start.place] = start.sweeps;
  }
  bool in_word = false;
  for (std::size_t at = 0; at < text.size(); at += size_at(text, at)) {
    const bool inside = in_word && is_surely_word(text, at);
    in_word = is_surely_word(text, at);
    const Sweeps found = starts.count(at) == 0 ? 0U : starts[at];
    ASSERT_TRUE(!inside || found == 0) << text.substr(at);
    for (std::size_t i = 0; i < sought().size() && !inside; ++i) {
      const bool may = (found >> i & 1U) != 0;
      ASSERT_TRUE(may || text.substr(at, sought()[i].size()) != sought()[i]) << sought()[i] << " is at: " << text.substr(at);
      ASSERT_TRUE(!may || agree(text.substr(at, 2), sought()[i])) << sought()[i] << " is not at: " << text.substr(at);
    }
  }
}

class StartGateTest : public RandomViews {};

TEST_F(StartGateTest, KnowsEveryPlaceWithAndWithoutSymbols) {
  StartGate gate(ask, ask);
  for (int i = 0; i < 2000; ++i) {
    const std::string clean = text();
    const View base(clean);
    const View folded(base, foldings(base));
    ASSERT_NO_FATAL_FAILURE(expect_right(gate, base));
    ASSERT_NO_FATAL_FAILURE(expect_right(gate, folded)) << clean;
    gate.forget_folded();
    ASSERT_NO_FATAL_FAILURE(expect_right(gate, folded));
    gate.forget();
  }
}

TEST_F(StartGateTest, AsksOnceAboutTheSameWordsAndForgetsWhenThereAreTooMany) {
  std::size_t asked = 0;
  const auto count = [&asked](std::string_view, Sweeps) { return ++asked, Sweeps{1}; };
  StartGate gate(count, count);
  const View view("một hai ba");
  gate.starts(view);
  const std::size_t first = asked;
  gate.forget();
  EXPECT_EQ(gate.starts(view).size(), 5U);
  EXPECT_EQ(asked, first);
  std::string many;
  for (int i = 0; i < 100000; ++i) many += std::to_string(i) + " ";
  EXPECT_EQ(gate.starts(View(many)).size(), 200000U);
}

// As many sets of sweeps as there are words: more than it has numbers for, and more words than it keeps.
TEST(KnownStarts, SaysTheSameWhateverItHadToForget) {
  KnownStarts known([](std::string_view bytes, Sweeps among) { return std::stoull(std::string(bytes)) & among; });
  for (std::uint64_t number = 1; number < 80000; ++number) {
    for (const std::uint64_t asked : {number, number, number % 10000 + 1}) {
      const std::string text = std::to_string(asked);
      ASSERT_EQ(known.of(KnownStarts::take(text, 0, text.size())), asked);
    }
  }
}

}  // namespace
}  // namespace boctach
