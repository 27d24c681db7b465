#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "boctach/matcher.h"
#include "flow/rule_tests.h"
#include "formats/scratch_folder.h"
#include "matching/pattern_lints.h"
#include "rules/loaded_rules.h"
#include "text/messages.h"

namespace boctach {
namespace {

std::string file_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

namespace fs = std::filesystem;

std::vector<fs::path> bad_folders() {
  std::vector<fs::path> folders;
  for (const auto& folder : fs::directory_iterator(fs::path(BOCTACH_SOURCE_DIR) / "tests/rules/bad")) folders.push_back(folder.path());
  return folders;
}

// What a person is told about a rule folder, floor by floor; notes where the folder asks for them.
std::string messages_of(const fs::path& folder, bool examples = true) {
  std::vector<std::string> directories{folder};
  for (const char* over : {"over", "over-that"}) {
    if (fs::is_directory(folder / over)) directories.push_back(folder / over);
  }
  Diagnostics diagnostics;
  const RuleSet rules = load_with_trees(directories, diagnostics, fs::exists(folder / "notes")).rules;
  if (!diagnostics.has_errors()) {
    const auto matcher = Matcher::compile(rules, diagnostics);
    if (matcher) lint_patterns(rules, diagnostics, fs::exists(folder / "notes"));
    if (matcher && examples) diagnostics.append(test_rules(rules, *matcher, {}).diagnostics);
  }
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics.all()) all += format(diagnostic);
  return all;
}

// Loading finds nothing wrong with these; compiling or their examples do.
TEST(BadRules, ThatLoadGetExactlyTheirMessages) {
  int folders = 0;
  for (const fs::path& folder : bad_folders()) {
    if (!fs::exists(folder / "stage")) continue;
    SCOPED_TRACE(folder.filename().string());
    ++folders;
    EXPECT_EQ(messages_of(folder), file_text(folder / "expected.txt"));
    set_language("vi");
    EXPECT_EQ(messages_of(folder), file_text(folder / "expected.vi.txt"));
    set_language("en");
  }
  EXPECT_GE(folders, 8);
}

// `good` of a folder holds the files as they should be: about the folder with them there is nothing to say.
TEST(BadRules, AreGoodOnceTheyAreMended) {
  for (const fs::path& folder : bad_folders()) {
    SCOPED_TRACE(folder.filename().string());
    ASSERT_TRUE(fs::is_directory(folder / "good"));
    const ScratchFolder scratch;
    fs::copy(folder, scratch.path(), fs::copy_options::recursive);
    fs::copy(folder / "good", scratch.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    EXPECT_EQ(messages_of(scratch.path()), "");
  }
}

// Warnings and notes are of files whose author may know better, and says so in one place, with the reason.
TEST(BadRules, MayBeAllowedWhereTheyOnlyWarn) {
  std::set<std::string> allowed;
  for (const fs::path& folder : bad_folders()) {
    SCOPED_TRACE(folder.filename().string());
    const std::string told = file_text(folder / "expected.txt");
    std::set<std::string> codes;
    // "[W407]"
    for (std::size_t at = told.find('['); at != std::string::npos; at = told.find('[', at + 1)) {
      const bool is_code = told.find(']', at) == at + 5 && std::string("EWN").find(told[at + 1]) != std::string::npos &&
                           told.find_first_not_of("0123456789", at + 2) == at + 5;
      if (is_code) codes.insert(told.substr(at + 1, 4));
    }
    // An example that is no gap any more is not to be allowed: `todo` is to go.
    if (codes.begin()->front() == 'E' || codes.count("W501") > 0) continue;
    const ScratchFolder scratch;
    fs::copy(folder, scratch.path(), fs::copy_options::recursive);
    const fs::path last = fs::exists(folder / "over-that") ? "over-that/a.yaml" : fs::exists(folder / "over") ? "over/a.yaml" : "pack.yaml";
    std::ofstream file(scratch.path() / last, std::ios::app);
    file << "allow:\n";
    for (const std::string& each : codes) file << "  - {code: " << each << ", why: 'looked at'}\n";
    file.close();
    EXPECT_EQ(messages_of(scratch.path(), false), "");
    allowed.merge(codes);
  }
  EXPECT_GE(allowed.size(), 14U);
}

}  // namespace
}  // namespace boctach
