#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "rules/loaded_rules.h"
#include "rules/rule_folder.h"
#include "text/messages.h"

namespace boctach {
namespace {

std::string file_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// What loading folders says; `notes`: also what is only worth knowing.
std::string told_of(const std::vector<std::string>& directories, bool notes) {
  Diagnostics diagnostics;
  load_with_trees(directories, diagnostics, notes);
  return messages(diagnostics);
}

// Folders with a file `stage` load; a later floor tells what is wrong with them. A file `notes` asks for notes.
TEST(BadRules, EachFolderGetsExactlyItsMessages) {
  int folders = 0;
  for (const auto& folder : std::filesystem::directory_iterator(std::filesystem::path(BOCTACH_SOURCE_DIR) / "tests/rules/bad")) {
    SCOPED_TRACE(folder.path().filename().string());
    // Marks name files of a directory that lies over another with the directory in front.
    std::filesystem::current_path(folder.path());
    std::vector<std::string> directories{"."};
    for (const char* over : {"over", "over-that"}) {
      if (std::filesystem::is_directory(over)) directories.emplace_back(over);
    }
    if (std::filesystem::exists("stage")) {
      EXPECT_EQ(told_of(directories, false), "");
      continue;
    }
    ++folders;
    const bool notes = std::filesystem::exists("notes");
    EXPECT_EQ(told_of(directories, false).empty(), notes);
    const std::string told = told_of(directories, notes);
    EXPECT_NE(told, "");
    EXPECT_EQ(told, file_text(folder.path() / "expected.txt"));
    set_language("vi");
    EXPECT_EQ(told_of(directories, notes), file_text(folder.path() / "expected.vi.txt"));
    set_language("en");
  }
  EXPECT_GE(folders, 50);
}

// The codes of rule files, E1xx to N5xx, between `open` and `close`: "E302" in the sources, error[E302] in messages.
std::set<std::string> codes_in(const std::string& text, char open, char close) {
  std::set<std::string> codes;
  for (size_t at = text.find(open); at != std::string::npos && at + 5 < text.size(); at = text.find(open, at + 1)) {
    const std::string code = text.substr(at + 1, 4);
    const bool is_code = (code[0] == 'E' || code[0] == 'W' || code[0] == 'N') && code[1] >= '1' && code[1] <= '5' &&
                         std::isdigit(code[2]) && std::isdigit(code[3]);
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
  for (const char* floor : {"pipeline/rules", "pipeline/matching", "pipeline/flow"}) {
    for (const auto& file : std::filesystem::directory_iterator(root / floor)) {
      written.merge(codes_in(file_text(file.path()), '"', '"'));
    }
  }
  // Of the formatter, which has no rule set: tests/app shows them. Of articles: tests/formats.
  for (const char* elsewhere : {"E510", "W510", "N102", "N202", "N203"}) written.erase(elsewhere);
  EXPECT_GT(written.size(), 50U);
  for (const std::string& code : written) EXPECT_TRUE(shown.count(code) > 0) << "no folder of tests/rules/bad shows " << code;
}

}  // namespace
}  // namespace boctach
