#include "matching/rule_probe.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

#include "boctach/pipeline.h"

namespace boctach {
namespace {

class RuleProbeTest : public testing::Test {
 protected:
  RuleProbeTest() : rules_(load_rules(std::filesystem::path(BOCTACH_SOURCE_DIR) / "rules", diagnostics_)) {
    matcher_ = Matcher::compile(rules_, diagnostics_);
  }

  std::vector<NearMiss> probe(const std::string& name, const std::string& text, std::size_t least = 1) {
    for (const Pack& pack : rules_.packs) {
      for (const Rule& rule : pack.rules) {
        if (rule.full_name() != name) continue;
        document_ = {};
        document_.buffer = TextBuffer(text);
        const Findings findings = matcher_->run(document_, {});
        return RuleProbe(rules_, rule).near_misses(document_.buffer.text(), findings, least);
      }
    }
    ADD_FAILURE() << name;
    return {};
  }

  std::string of(Span span) const { return std::string(span.of(document_.buffer.text())); }

  Diagnostics diagnostics_;
  RuleSet rules_;
  std::unique_ptr<Matcher> matcher_;
  Document document_;
};

TEST_F(RuleProbeTest, NamesThePartAndTheWord) {
  const auto misses = probe("vn.documents/state-number", "Theo Kế hoạch số 274/nội bộ, huyện làm ngay.");
  ASSERT_FALSE(misses.empty());
  EXPECT_EQ(of(misses[0].span).substr(0, of(misses[0].span).find('/')), "Kế hoạch số 274");
  EXPECT_EQ(of(misses[0].saw), "nội");
  EXPECT_NE(misses[0].missing.find("{{part}}"), std::string::npos);
}

TEST_F(RuleProbeTest, WholeMatchesAreNoMisses) {
  for (const NearMiss& miss : probe("vn.documents/state-number", "Theo Kế hoạch số 274/KH-UBND, huyện làm ngay."))
    EXPECT_NE(of(miss.span).substr(0, std::string("Kế hoạch").size()), "Kế hoạch");
}

// Whatever a part is: the parts before it match there, and with it they do not.
TEST_F(RuleProbeTest, EveryRuleCanBeProbed) {
  Document document;
  document.buffer = TextBuffer("Ngày 5/6, đồng chí Nguyễn Văn Tám, Bí thư Huyện ủy, ký Kế hoạch số 86/KH-UBND về phong trào “Làng mới”.");
  const Findings findings = matcher_->run(document, {});
  for (const Pack& pack : rules_.packs) {
    for (const Rule& rule : pack.rules) {
      SCOPED_TRACE(rule.full_name());
      for (const NearMiss& miss : RuleProbe(rules_, rule).near_misses(document.buffer.text(), findings, 1)) {
        EXPECT_LT(miss.matched, miss.parts);
        EXPECT_FALSE(miss.missing.empty());
        if (miss.at_front) {
          EXPECT_LE(miss.saw.end, miss.span.begin);
        } else {
          EXPECT_LE(miss.span.end, miss.saw.end);
        }
      }
    }
  }
}

}  // namespace
}  // namespace boctach
