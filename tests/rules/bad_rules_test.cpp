#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

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

}  // namespace
}  // namespace boctach
