#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "boctach/pipeline.h"
#include "flow/ask_why_not.h"

namespace boctach {
namespace {

// Made by hand: a rule, a text it finds nothing in, the cause, and the text without that cause.
struct Case {
  std::string rule;
  std::string text;
  std::string cause;
  std::string mended;
};

std::vector<Case> cases() {
  std::ifstream file(std::filesystem::path(BOCTACH_SOURCE_DIR) / "tests/flow/why_not_cases.tsv");
  std::vector<Case> all;
  for (std::string line; std::getline(file, line);) {
    std::istringstream columns(line);
    Case& one = all.emplace_back();
    for (std::string* column : {&one.rule, &one.text, &one.cause, &one.mended}) {
      std::getline(columns, *column, '\t');
      for (std::size_t at = column->find("\\n"); at != std::string::npos; at = column->find("\\n")) column->replace(at, 2, "\n");
    }
  }
  return all;
}

class WhyNotTest : public testing::Test {
 protected:
  WhyNotTest() {
    Diagnostics diagnostics;
    rules_ = load_rules(std::filesystem::path(BOCTACH_SOURCE_DIR) / "rules", diagnostics);
    pipeline_ = Pipeline::make(rules_, {}, diagnostics);
  }

  [[nodiscard]] const Rule* rule(const std::string& name) const {
    for (const Pack& pack : rules_.packs) {
      for (const Rule& rule : pack.rules) {
        if (rule.full_name() == name) return &rule;
      }
    }
    return nullptr;
  }

  [[nodiscard]] Explanation explain(const std::string& text) const {
    Document document;
    document.id = "case";
    document.buffer = TextBuffer(text);
    return pipeline_->explain(std::move(document));
  }

  // What a person reads of one rule.
  [[nodiscard]] std::string told(const Case& one) const {
    ExplanationOptions shown;
    shown.only = one.rule;
    Explanation explanation = explain(one.text);
    ask_why_not(rules_, rule(one.rule), shown, explanation);
    std::ostringstream out;
    write_explanation(out, explanation, shown);
    write_why_not(out, explanation, shown);
    return out.str();
  }

  // How many places a rule has found something in, or dropped.
  [[nodiscard]] std::ptrdiff_t found(const std::string& text, const std::string& name) const {
    const Findings findings = explain(text).findings;
    const auto& all = findings.candidates;
    const auto is_its = [&](const Chrome& chrome) { return chrome.rule->full_name() == name; };
    return std::count_if(findings.chrome.begin(), findings.chrome.end(), is_its) +
           std::count_if(all.begin(), all.end(), [&](const Candidate& candidate) {
             return candidate.rule->full_name() == name && (candidate.outcome == Outcome::Won || candidate.outcome == Outcome::Same);
           });
  }

  RuleSet rules_;
  std::unique_ptr<Pipeline> pipeline_;
};

TEST_F(WhyNotTest, TheCauseIsToldAndIsTheTrueOne) {
  ASSERT_TRUE(pipeline_);
  const std::vector<Case> all = cases();
  EXPECT_GE(all.size(), 30U);
  for (const Case& one : all) {
    SCOPED_TRACE(one.rule + ": " + one.text);
    ASSERT_NE(rule(one.rule), nullptr);
    const std::string words = told(one);
    EXPECT_NE(words.find(one.cause), std::string::npos) << words;
    // Without what is named the rule finds something: nothing else stood in the way.
    EXPECT_EQ(found(one.text, one.rule), 0);
    EXPECT_GT(found(one.mended, one.rule), 0) << one.mended << '\n' << told({one.rule, one.mended, "", ""});
  }
}

}  // namespace
}  // namespace boctach
