#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "rules/rule_folder.h"

namespace boctach {
namespace {

std::string file_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Folders with a file `stage` load; a later floor tells what is wrong with them.
TEST(BadRules, EachFolderGetsExactlyItsMessages) {
  int folders = 0;
  for (const auto& folder : std::filesystem::directory_iterator(std::filesystem::path(BOCTACH_SOURCE_DIR) / "tests/rules/bad")) {
    SCOPED_TRACE(folder.path().filename().string());
    Diagnostics diagnostics;
    load_rules(folder.path(), diagnostics);
    if (std::filesystem::exists(folder.path() / "stage")) {
      EXPECT_EQ(messages(diagnostics), "");
      continue;
    }
    ++folders;
    EXPECT_EQ(messages(diagnostics), file_text(folder.path() / "expected.txt"));
    EXPECT_FALSE(diagnostics.empty());
  }
  EXPECT_GE(folders, 26);
}

// Codes as the sources write them: "E302".
std::set<std::string> codes_in(const std::string& text, const std::regex& shape) {
  std::set<std::string> codes;
  for (std::sregex_iterator it(text.begin(), text.end(), shape), end; it != end; ++it) codes.insert((*it)[1]);
  return codes;
}

TEST(BadRules, ShowEveryCodeTheProgramHasForRules) {
  const std::filesystem::path root(BOCTACH_SOURCE_DIR);
  std::set<std::string> shown;
  for (const auto& folder : std::filesystem::directory_iterator(root / "tests/rules/bad")) {
    shown.merge(codes_in(file_text(folder.path() / "expected.txt"), std::regex("(?:error|warning)\\[([EW]\\d{3})\\]")));
  }
  std::set<std::string> written;
  for (const char* floor : {"pipeline/rules", "pipeline/matching"}) {
    for (const auto& file : std::filesystem::directory_iterator(root / floor)) {
      written.merge(codes_in(file_text(file.path()), std::regex("\"([EW][1-4]\\d{2})\"")));
    }
  }
  EXPECT_GT(written.size(), 30U);
  for (const std::string& code : written) EXPECT_TRUE(shown.count(code) > 0) << "no folder of tests/rules/bad shows " << code;
}

}  // namespace
}  // namespace boctach
