#include "matching/view_set.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace boctach {
namespace {

// Two labels, and a text with a mention of the first.
class ViewSetTest : public testing::Test {
 protected:
  ViewSetTest() : symbols_((fill(rules_), rules_)) {
    Mention mention;
    mention.rule = &rules_.packs[0].rules[0];
    mention.span = {0, 2};
    mentions_.push_back(mention);
    views_.text_changed(text_);
  }

  static void fill(RuleSet& rules) {
    rules.packs.emplace_back();
    for (const char* label : {"day", "body"}) {
      Rule rule;
      rule.label = label;
      rule.order = static_cast<int>(rules.packs[0].rules.size());
      rules.packs[0].rules.push_back(rule);
    }
  }

  const std::string text_ = "12 xã";
  RuleSet rules_;
  LabelSymbols symbols_;
  std::vector<Mention> mentions_;
  ViewSet views_{mentions_, symbols_};
};

TEST_F(ViewSetTest, HasOneViewOfWhatIsFoldedAlike) {
  const View& plain = views_.of(0, {});
  const View& days = views_.of(1, {"day"});
  EXPECT_EQ(plain.text(), text_);
  EXPECT_EQ(days.readable(symbols_.by_label), "<day> xã");
  EXPECT_EQ(&views_.of(2, {"body"}), &plain);
  EXPECT_EQ(&views_.of(3, {"body", "day"}), &days);
  EXPECT_EQ(&views_.of(4, {"unheard"}), &plain);
}

TEST_F(ViewSetTest, ForgetsWhatHasChanged) {
  const View& plain = views_.of(0, {});
  EXPECT_EQ(&views_.of(2, {"body"}), &plain);
  Mention body;
  body.rule = &rules_.packs[0].rules[1];
  body.span = {3, text_.size()};
  mentions_.push_back(body);
  EXPECT_TRUE(views_.has(2));
  views_.mentions_changed();
  EXPECT_FALSE(views_.has(2));
  EXPECT_EQ(&views_.of(0, {}), &plain);
  EXPECT_EQ(views_.of(2, {"body"}).readable(symbols_.by_label), "12 <body>");
  mentions_.clear();
  views_.text_changed("13");
  EXPECT_EQ(views_.of(2, {"body"}).text(), "13");
}

// What a cleaning rule found has no place in the text any more.
TEST_F(ViewSetTest, FoldsNothingThatWasFoundEarly) {
  mentions_[0].early = true;
  EXPECT_EQ(views_.of(1, {"day"}).text(), text_);
}

}  // namespace
}  // namespace boctach
