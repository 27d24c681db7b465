#include "rules/rule_format.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/rule_folder.h"
#include "rules/scalar_extent.h"
#include "rules/yaml_events.h"
#include "text/messages.h"

namespace boctach {
namespace {

struct Formatted {
  std::optional<std::string> text;
  Diagnostics diagnostics;
};

Formatted formatted(const std::string& text) {
  RuleSet rules;
  rules.sources["pack.yaml"] = text;
  Formatted result;
  Reporter reporter(rules, result.diagnostics);
  result.text = format_rules("pack.yaml", reporter);
  return result;
}

// What a text has outside of values: comments, by their order.
std::vector<std::string> comments(const std::string& text) {
  const auto extents = scalar_extents(text, read_events(text).value());
  std::vector<std::string> found;
  auto extent = extents.begin();
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (extent != extents.end() && extent->end <= at) ++extent;
    if (text[at] != '#' || (extent != extents.end() && extent->begin <= at)) continue;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string comment = text.substr(at, end - at);
    found.push_back(comment.substr(0, comment.find_last_not_of(" \t\r") + 1));
    at = end;
  }
  return found;
}

void expect_sound(const std::string& before, const std::string& after) {
  EXPECT_EQ(formatted(after).text, after) << "a second run changes something";
  const auto old_events = read_events(before);
  const auto new_events = read_events(after);
  ASSERT_TRUE(old_events && new_events);
  EXPECT_EQ(old_events->size(), new_events->size());
  EXPECT_EQ(first_difference(*old_events, *new_events), old_events->size());
  EXPECT_EQ(comments(before), comments(after));
}

TEST(RuleFormat, WritesWhatPeopleWouldWrite) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      // Quotes.
      {"about: \"a number\"\n", "about: 'a number'\n"},
      {"\"about\": x\n", "'about': x\n"},
      {"about: \"say \\\"yes\\\"\"\n", "about: 'say \"yes\"'\n"},
      {"about: \"it's\"\n", "about: \"it's\"\n"},
      {"about: \"a\\tb\"\n", "about: \"a\\tb\"\n"},
      {"about: \"a\\u00a0b\"\n", "about: \"a\\u00a0b\"\n"},
      {"about: \"a\n  b\"\n", "about: \"a\n  b\"\n"},
      {"about: plain words   # why\n", "about: plain words   # why\n"},
      {"about: no\n", "about: 'no'\n"},
      {"define:\n  d: [one two, 3]\n", "define:\n  d: ['one two', '3']\n"},
      {"define: {d: \\d+, e: \"\\\\d'\"}\n", "define: {d: '\\d+', e: '\\d'''}\n"},
      {"rules:\n  - pattern: [số \\d+, x, và y]\n", "rules:\n  - pattern: ['số \\d+', 'x', 'và y']\n"},
      {"rules:\n  - examples: [{text: \"⟦số 1⟧\"}]\n", "rules:\n  - examples: [{text: '⟦số 1⟧'}]\n"},
      {"rules: [{priority: 3, enabled: false}]\n", "rules: [{priority: 3, enabled: false}]\n"},
      // Lines.
      {"", ""},
      {"\n\n", ""},
      {"# only this", "# only this\n"},
      {"\xEF\xBB\xBF"
       "about: x\r\n",
       "about: x\n"},
      {"\n\nabout: x  \t\n\n\n\n\n# end \npack: y\n\n\n", "about: x\n\n\n# end\npack: y\n"},
      {"define:\n\n\n  d: 'x'\n\n\n\n  # e\n  e: 'y'", "define:\n\n  d: 'x'\n\n  # e\n  e: 'y'\n"},
      // Block scalars and folded lines stay, letter by letter.
      {"about: |  \n  a  \n\n\n\n  b\n\n\n\npack: x\n", "about: |\n  a  \n\n\n\n  b\n\n\npack: x\n"},
      {"about: |+\n  a\n\n\n\npack: x\n", "about: |+\n  a\n\n\n\npack: x\n"},
      {"about: |\n  a", "about: |\n  a"},
      {"about: >-\n  \"a\"  \n  # no comment  \n# one  \n", "about: >-\n  \"a\"  \n  # no comment  \n# one\n"},
      {"about: a\n\n\n\n  b\npack: x\n", "about: a\n\n\n\n  b\npack: x\n"},
      {"about: 'a\n\n\n\n  b # c  \n  d'  \n", "about: 'a\n\n\n\n  b # c  \n  d'\n"},
      {"rules:\n- |\n a \n- \"x\"\n", "rules:\n- |\n a \n- 'x'\n"},
  };
  for (const auto& [before, after] : cases) {
    SCOPED_TRACE(before);
    const Formatted result = formatted(before);
    EXPECT_EQ(messages(result.diagnostics), "");
    ASSERT_TRUE(result.text.has_value());
    EXPECT_EQ(*result.text, after);
    expect_sound(before.substr(0, 3) == "\xEF\xBB\xBF" ? before.substr(3) : before, after);
  }
}

TEST(RuleFormat, TellsOfTabsAndLeavesThem) {
  const Formatted result = formatted("about:\t'a\tb' # c\td\npack: x\t\n");
  EXPECT_EQ(result.text, "about:\t'a\tb' # c\td\npack: x\n");
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics.all()[0].code, "W510");
  EXPECT_EQ(result.diagnostics.all()[0].mark.column, 7);
  EXPECT_FALSE(result.diagnostics.has_errors());
}

// Bad, good, and the exact words in both languages.
TEST(RuleFormat, SaysWhatItLeavesInBothLanguages) {
  struct Case {
    std::string bad, good, english, vietnamese;
  };
  const std::vector<Case> cases{
      {"about:\tb\n", "about: b\n", "pack.yaml:1:7: warning[W510]: a tab between words\n  about:\tb\n        ^\n  help: write spaces\n",
       "pack.yaml:1:7: cảnh báo[W510]: ký tự tab giữa các từ\n  about:\tb\n        ^\n  gợi ý: hãy viết dấu cách\n"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF"
       "a: b\n",
       "\xEF\xBB\xBF"
       "a: b\n",
       "pack.yaml:1:1: error[E510]: a second byte order mark; the file is left as it is\n  \xEF\xBB\xBF"
       "a: b\n  ^~\n"
       "  help: take it away: places would be wrong\n",
       "pack.yaml:1:1: lỗi[E510]: có dấu thứ tự byte thứ hai; tệp được giữ nguyên\n  \xEF\xBB\xBF"
       "a: b\n  ^~\n"
       "  gợi ý: hãy bỏ đi: vị trí sẽ bị sai\n"}};
  for (const Case& one : cases) {
    EXPECT_EQ(messages(formatted(one.bad).diagnostics), one.english);
    EXPECT_EQ(messages(formatted(one.good).diagnostics), "");
    set_language("vi");
    EXPECT_EQ(messages(formatted(one.bad).diagnostics), one.vietnamese);
    set_language("en");
  }
}

TEST(RuleFormat, LeavesAloneWhatTheGateRefuses) {
  for (const char* text : {"a: [b\n", "a: &x b\n", "a: !t \"b\"\n", "a: \"1\"\na: \"2\"\n", "\ta: b\n", "a: b\n---\na: c\n", "a: \xFF\n"}) {
    SCOPED_TRACE(text);
    const Formatted result = formatted(text);
    EXPECT_FALSE(result.text.has_value());
    EXPECT_TRUE(result.diagnostics.has_errors());
  }
}

std::vector<std::filesystem::path> rule_files() {
  const std::filesystem::path root(BOCTACH_SOURCE_DIR);
  std::vector<std::filesystem::path> files;
  for (const char* folder : {"rules", "tests/rules/bad"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
  }
  return files;
}

TEST(RuleFormat, KeepsValuesAndCommentsOfEveryRuleFile) {
  int sound = 0;
  for (const auto& file : rule_files()) {
    SCOPED_TRACE(file.string());
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const Formatted result = formatted(text);
    if (!result.text) continue;
    ++sound;
    expect_sound(text, *result.text);
    // The same file, as badly kept as can be.
    std::string sloppy;
    for (const char c : text) sloppy += c == '\n' ? std::string("  \r\n") + (text.size() % 2 == 0 ? "" : "\n \n\n\n") : std::string(1, c);
    const Formatted kept = formatted(sloppy);
    ASSERT_TRUE(kept.text.has_value()) << messages(kept.diagnostics);
    expect_sound(sloppy, *kept.text);
  }
  EXPECT_GE(sound, 60);
}

}  // namespace
}  // namespace boctach
