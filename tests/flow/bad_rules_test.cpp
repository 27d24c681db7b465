#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "boctach/matcher.h"
#include "flow/rule_tests.h"
#include "matching/pattern_lints.h"
#include "text/messages.h"

namespace boctach {
namespace {

std::string file_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// What a person is told about a rule folder, floor by floor.
std::string messages_of(const std::filesystem::path& folder) {
  Diagnostics diagnostics;
  const RuleSet rules = load_rules(folder, diagnostics);
  if (!diagnostics.has_errors()) {
    if (const auto matcher = Matcher::compile(rules, diagnostics)) {
      lint_patterns(rules, diagnostics, false);
      diagnostics.append(test_rules(rules, *matcher, {}).diagnostics);
    }
  }
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics.all()) all += format(diagnostic);
  return all;
}

// Loading finds nothing wrong with these; compiling or their examples do.
TEST(BadRules, ThatLoadGetExactlyTheirMessages) {
  int folders = 0;
  for (const auto& folder : std::filesystem::directory_iterator(std::filesystem::path(BOCTACH_SOURCE_DIR) / "tests/rules/bad")) {
    if (!std::filesystem::exists(folder.path() / "stage")) continue;
    SCOPED_TRACE(folder.path().filename().string());
    ++folders;
    EXPECT_EQ(messages_of(folder.path()), file_text(folder.path() / "expected.txt"));
    set_language("vi");
    EXPECT_EQ(messages_of(folder.path()), file_text(folder.path() / "expected.vi.txt"));
    set_language("en");
  }
  EXPECT_GE(folders, 4);
}

}  // namespace
}  // namespace boctach
