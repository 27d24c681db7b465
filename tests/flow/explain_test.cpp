#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>

#include "boctach/pipeline.h"

namespace boctach {
namespace {

class Explain : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Diagnostics diagnostics;
    rules_ = new RuleSet(load_rules(std::filesystem::path(BOCTACH_SOURCE_DIR) / "rules", diagnostics));
    pipeline_ = Pipeline::make(*rules_, {}, diagnostics).release();
    ASSERT_NE(pipeline_, nullptr);
  }
  static void TearDownTestSuite() {
    delete pipeline_;
    delete rules_;
  }

  static Explanation explain(const std::string& text) {
    Document document;
    document.id = "a";
    document.buffer = TextBuffer(text);
    return pipeline_->explain(std::move(document));
  }

  static std::string shown(const Explanation& explanation, const ExplanationOptions& options = {}) {
    std::ostringstream out;
    write_explanation(out, explanation, options);
    return out.str();
  }

  static const RuleSet* rules_;
  static const Pipeline* pipeline_;
};

const RuleSet* Explain::rules_ = nullptr;
const Pipeline* Explain::pipeline_ = nullptr;

TEST_F(Explain, SaysWhatEachFilterChanged) {
  const Explanation explanation = explain("Ngày\xE2\x80\x8B 3/4/2020, ÐBQH  họp");
  const auto step = [&](const std::string& name) {
    return *std::find_if(explanation.filters.begin(), explanation.filters.end(), [&](const FilterStep& f) { return f.name == name; });
  };
  ASSERT_EQ(step("invisibles").changes.size(), 1U);
  EXPECT_EQ(step("invisibles").changes[0].raw, (Span{5, 8}));
  EXPECT_EQ(step("invisibles").changes[0].after, "");
  ASSERT_EQ(step("look-alikes").changes.size(), 1U);
  EXPECT_EQ(step("look-alikes").changes[0].before, "Ð");
  EXPECT_EQ(step("look-alikes").changes[0].after, "Đ");
  EXPECT_TRUE(step("nfc").changes.empty());
}

TEST_F(Explain, GivesTheRecordThatARunGives) {
  const std::string text = "Theo Kế hoạch số 12/KH-UBND ngày 3/4/2020 của UBND tỉnh, ông Lò Văn Pún phát biểu.";
  Document document;
  document.id = "a";
  document.buffer = TextBuffer(text);
  const Record plain = pipeline_->run(std::move(document));
  const Record explained = explain(text).record;
  ASSERT_EQ(explained.arrays.size(), plain.arrays.size());
  for (std::size_t i = 0; i < plain.arrays.size(); ++i) {
    ASSERT_EQ(explained.arrays[i].items_found.size(), plain.arrays[i].items_found.size());
    for (std::size_t k = 0; k < plain.arrays[i].items_found.size(); ++k) {
      EXPECT_EQ(explained.arrays[i].items_found[k].fields, plain.arrays[i].items_found[k].fields);
    }
  }
}

TEST_F(Explain, ShowsCandidatesWithTheirEndsAndTheViews) {
  const std::string all = shown(explain("Ngày 3/4/2020, ông Lò Văn Pún - Phó Chủ tịch UBND tỉnh phát biểu."));
  EXPECT_NE(all.find("\"Ngày 3/4/2020\"  won"), std::string::npos) << all;
  EXPECT_NE(all.find("lost to vn.dates/day-month-year"), std::string::npos) << all;
  EXPECT_NE(all.find("<person> - <title> phát biểu"), std::string::npos) << all;
  EXPECT_NE(all.find("titles+= \"Phó Chủ tịch UBND tỉnh\""), std::string::npos) << all;
  EXPECT_NE(all.find("value=2020-04-03"), std::string::npos) << all;
  EXPECT_EQ(all.find("\x1b["), std::string::npos);
  ExplanationOptions options;
  options.only = "vn.dates/day-month-year";
  options.colour = true;
  const std::string dates = shown(explain("Ngày 3/4/2020, ông Lò Văn Pún phát biểu."), options);
  EXPECT_EQ(dates.find("vn.people/behind-honorific"), dates.find("vn.people/behind-honorific", dates.find("record")));
  EXPECT_NE(dates.find("\x1b["), std::string::npos);
}

TEST_F(Explain, NamesTheLinkThatALinkLostTo) {
  const Explanation explanation = explain("Ngày 7/6/2020, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND ngày 5/6/2020 của Sở Y tế.");
  const auto& links = explanation.findings.links;
  const auto lost = std::find_if(links.begin(), links.end(), [](const Link& link) { return link.beaten_by.has_value(); });
  ASSERT_NE(lost, links.end());
  EXPECT_NE(shown(explanation).find("lost to " + links[*lost->beaten_by].rule->full_name()), std::string::npos);
}

}  // namespace
}  // namespace boctach
