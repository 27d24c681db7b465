#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "rules/rule_folder.h"
#include "text/messages.h"

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
    // Marks name files of a directory that lies over another with the directory in front.
    std::filesystem::current_path(folder.path());
    std::vector<std::string> directories{"."};
    for (const char* over : {"over", "over-that"}) {
      if (std::filesystem::is_directory(over)) directories.emplace_back(over);
    }
    load_rules(directories, diagnostics);
    if (std::filesystem::exists(folder.path() / "stage")) {
      EXPECT_EQ(messages(diagnostics), "");
      continue;
    }
    ++folders;
    EXPECT_EQ(messages(diagnostics), file_text(folder.path() / "expected.txt"));
    set_language("vi");
    Diagnostics in_vietnamese;
    load_rules(directories, in_vietnamese);
    EXPECT_EQ(messages(in_vietnamese), file_text(folder.path() / "expected.vi.txt"));
    set_language("en");
    EXPECT_FALSE(diagnostics.empty());
  }
  EXPECT_GE(folders, 26);
}

// The codes of rule files, E1xx to W4xx, between `open` and `close`: "E302" in the sources, error[E302] in messages.
std::set<std::string> codes_in(const std::string& text, char open, char close) {
  std::set<std::string> codes;
  for (size_t at = text.find(open); at != std::string::npos && at + 5 < text.size(); at = text.find(open, at + 1)) {
    const std::string code = text.substr(at + 1, 4);
    const bool is_code =
        (code[0] == 'E' || code[0] == 'W') && code[1] >= '1' && code[1] <= '4' && std::isdigit(code[2]) && std::isdigit(code[3]);
    if (is_code && text[at + 5] == close) codes.insert(code);
  }
  return codes;
}

TEST(BadRules, ShowEveryCodeTheProgramHasForRules) {
  const std::filesystem::path root(BOCTACH_SOURCE_DIR);
  std::set<std::string> shown;
  for (const auto& folder : std::filesystem::directory_iterator(root / "tests/rules/bad")) {
    shown.merge(codes_in(file_text(folder.path() / "expected.txt"), '[', ']'));
  }
  std::set<std::string> written;
  for (const char* floor : {"pipeline/rules", "pipeline/matching"}) {
    for (const auto& file : std::filesystem::directory_iterator(root / floor)) {
      written.merge(codes_in(file_text(file.path()), '"', '"'));
    }
  }
  EXPECT_GT(written.size(), 30U);
  for (const std::string& code : written) EXPECT_TRUE(shown.count(code) > 0) << "no folder of tests/rules/bad shows " << code;
}

}  // namespace
}  // namespace boctach
