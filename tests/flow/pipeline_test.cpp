#include "boctach/pipeline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/unicode.h"

namespace boctach {
namespace {

// Whatever a main.yaml names: what is behind the repair counts on it.
TEST(Pipeline, RepairsTextThatIsNotUtf8WhateverFiltersItIsGiven) {
  Diagnostics diagnostics;
  RuleSet rules = load_rules(std::string(BOCTACH_SOURCE_DIR) + "/rules", diagnostics);
  const std::vector<std::vector<std::string>> lists{
      {}, {"nfc"}, {"whitespace", "repair-utf8"}, {"legacy-encodings", "invisibles", "nfc"}, {"legacy-encodings", "repair-utf8"}};
  for (const std::vector<std::string>& names : lists) {
    rules.filters = names;
    const auto pipeline = Pipeline::make(rules, {}, diagnostics);
    ASSERT_NE(pipeline, nullptr);
    for (const std::string end : {"\xE1\xBB", "\xE1", "\xC6", "o\xF0\x9F", "u\xFF", "\xC3"}) {
      Document document;
      document.buffer = TextBuffer("Ngày 3/4/2020, xã " + end);
      const Findings findings = pipeline->clean(document);
      EXPECT_TRUE(is_valid_utf8(document.buffer.text()));
      EXPECT_EQ(findings.mentions.size(), 1U) << names.size();
    }
  }
}

}  // namespace
}  // namespace boctach
