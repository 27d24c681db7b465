#include <gtest/gtest.h>

#include <string>

#include "boctach/pipeline.h"

namespace boctach {
namespace {

class Limits : public testing::Test {
 protected:
  Limits() : rules_(load_rules(std::string(BOCTACH_SOURCE_DIR) + "/rules", diagnostics_)) {}

  // The code of the article's error; "" if it has none.
  std::string code_of(const std::string& text, const MatchLimits& limits, bool gate = true) {
    MatchOptions options;
    options.limits = limits;
    options.gate = gate;
    const auto pipeline = Pipeline::make(rules_, {}, diagnostics_, options);
    Document document;
    document.buffer = TextBuffer(text);
    const Record record = pipeline->run(std::move(document));
    EXPECT_TRUE(record.ok || record.arrays.empty());
    return record.ok ? "" : record.error.code;
  }

  Diagnostics diagnostics_;
  RuleSet rules_;
};

TEST_F(Limits, HoldTheTextAsItIsWhenMarkUpIsGone) {
  MatchLimits limits;
  limits.text = 1000;
  EXPECT_EQ(code_of(std::string(999, 'a'), limits), "");
  EXPECT_EQ(code_of(std::string(1000, 'a'), limits), "");
  EXPECT_EQ(code_of(std::string(1001, 'a'), limits), "E907");
  EXPECT_EQ(code_of("<b>" + std::string(1000, 'a') + "</b>", limits), "");
}

TEST_F(Limits, HoldTheMentionsOfAnArticle) {
  const std::string text = "Ngày 3/4/2020, ngày 5/6/2020 và ngày 7/8/2020, xã họp.";
  MatchLimits limits;
  for (const auto& [most, code] : {std::pair<std::size_t, const char*>{4, ""}, {3, ""}, {2, "E950"}}) {
    limits.mentions = most;
    EXPECT_EQ(code_of(text, limits), code) << most;
  }
}

TEST_F(Limits, HoldTheCandidatesOfAnArticleWhateverTheEngine) {
  const std::string text = "Ngày 3/4/2020, ngày 5/6/2020 và ngày 7/8/2020, xã họp bàn Kế hoạch số 14/KH-UBND.";
  MatchLimits limits;
  std::size_t too_few = 1;
  std::size_t most = 1000;
  while (too_few + 1 < most) {
    limits.candidates = (too_few + most) / 2;
    (code_of(text, limits) == "E951" ? too_few : most) = limits.candidates;
  }
  EXPECT_GT(most, 4U);
  EXPECT_LT(most, 1000U);
  for (const bool gate : {true, false}) {
    limits.candidates = most + 1;
    EXPECT_EQ(code_of(text, limits, gate), "");
    limits.candidates = most;
    EXPECT_EQ(code_of(text, limits, gate), "");
    limits.candidates = most - 1;
    EXPECT_EQ(code_of(text, limits, gate), "E951");
  }
}

}  // namespace
}  // namespace boctach
