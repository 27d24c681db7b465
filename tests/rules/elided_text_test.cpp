#include "rules/elided_text.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "rules/yaml_events.h"
#include "rules/yaml_reading.h"

namespace boctach {
namespace {

std::string elided(const std::string& text) { return ElidedText(text).text(); }

TEST(ElidedText, CutsValuesShort) {
  EXPECT_EQ(elided("pack: vn.dates\nabout: 'Ngày tháng'\n"), "p: v\na: ''\n");
  EXPECT_EQ(elided("rules:\n  - id: day\n    pattern: '\\d{1,2}'\n"), "r:\n  - i: d\n    p: ''\n");
  EXPECT_EQ(elided("  - {text: 'ông ''Tư''', why: a name}  # so\n"), "  - {t: '', w: a}  # so\n");
  EXPECT_EQ(elided("sees: [date, 'người', 3]\r\nemit: false\r\n"), "s: [d, '', 3]\r\ne: f\r\n");
  EXPECT_EQ(elided("- - one two\n"), "- - o\n");
}

TEST(ElidedText, LeavesAloneWhatMayMeanMore) {
  for (const char* text : {"", "x", "# it's: 'so'\n", "a: \"b 'c d' e\"\n", "a: null\n", "a: [bc?d]\n", "a: '' \n", "a: !t 'bc'\n",
                           "a: |\n  bc: 'de'\n\n  fg: hi\n", "a: bc\n  de\n", "a: 'b\n  c'\n", "a: bc#d\n", "a: b:c\n", "'a\tb': c\n"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(elided(text), text);
  }
  EXPECT_EQ(elided("a: '" + std::string(2000, 'b') + "'\n").size(), 2006U);
}

TEST(ElidedText, FindsWhatIsLeft) {
  const std::string text = "about: 'it''s'\nemit: false\n";
  const ElidedText shortened(text);
  ASSERT_EQ(shortened.text(), "a: ''\ne: f\n");
  EXPECT_EQ(shortened.elisions(), 4U);
  EXPECT_EQ(shortened.full_value(0, "a"), "about");
  EXPECT_EQ(shortened.full_value(3, ""), "it's");
  EXPECT_EQ(shortened.full_value(9, "f"), "false");
  EXPECT_EQ(shortened.full_value(9, "f e"), std::nullopt) << "goes on";
  EXPECT_EQ(shortened.full_value(1, "a"), std::nullopt);
  EXPECT_EQ(shortened.full_offset(0), 0U);
  EXPECT_EQ(shortened.full_offset(1), 5U);
  EXPECT_EQ(shortened.full_offset(3), 7U);
  EXPECT_EQ(shortened.full_offset(6), 15U);
  EXPECT_EQ(shortened.full_offset(11), text.size());
}

void expect_same(const std::string& text) {
  EXPECT_EQ(reading_of(text, YamlReading::Elided), reading_of(text, YamlReading::Whole)) << text << "\nas\n" << elided(text);
}

std::vector<std::string> rule_files(const std::filesystem::path& folder) {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(BOCTACH_SOURCE_DIR / folder)) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  return texts;
}

TEST(ElidedText, ReadsEveryRuleFileAsItStands) {
  for (const char* folder : {"rules", "tests/rules/bad"}) {
    for (const std::string& text : rule_files(folder)) expect_same(text);
  }
}

TEST(ElidedText, MakesNoKeyOfWhatIsTooLongForOne) {
  for (const std::size_t letters : {1000U, 1021U, 1022U, 1023U, 1024U, 1025U, 3000U}) {
    expect_same("'" + std::string(letters, 'k') + "': x\n");
    expect_same(std::string(letters, 'k') + ": x\n");
  }
}

// Or yaml-cpp has to read them twice.
TEST(ElidedText, EveryValueCutShortInShippedRulesIsOne) {
  std::size_t full = 0;
  std::size_t left = 0;
  for (const std::string& text : rule_files("rules")) {
    const ElidedText shortened(text);
    full += text.size();
    left += shortened.text().size();
    std::vector<std::size_t> lines{0};
    for (std::size_t at = 0; at < shortened.text().size(); ++at) {
      if (shortened.text()[at] == '\n') lines.push_back(at + 1);
    }
    const auto events = read_events(shortened.text());
    ASSERT_TRUE(events.has_value());
    std::size_t met = 0;
    for (const YamlEvent& event : *events) {
      if (event.kind == YamlEvent::Kind::Scalar && shortened.full_value(lines[event.line] + event.column, event.value)) ++met;
    }
    EXPECT_EQ(met, shortened.elisions()) << text.substr(0, 300);
  }
  EXPECT_LT(left, full / 2);
}

TEST(ElidedText, ReadsAnyTextAsItStands) {
  static const std::vector<std::string> parts = {
      "'",        "''",    "'it''s'", "'a b'",   "\"c d\"", "\"",    "word",     "two words",   "null",
      "~",        "12",    ": ",      ":",       "- ",      "-",     "[",        "]",           "{",
      "}",        ", ",    ",",       " # note", "#",       "\n",    "\n  ",     "\n",          "\n  ",
      "\n    ",   "? ",    "? x",     "|\n",     ">-\n  ",  "&x ",   "*x",       "!t ",         "<<",
      " ",        "\r\n",  "\t",      "é",       "%",       "---\n", "@",        "`",           "a: ",
      "  - id: ", "key: ", "...",     "a?b",     "a#b",     "a:b",   "b: 'x'\n", "c: [d, e]\n", "f: {g: h i}\n",
      "'j': k\n"};
  std::mt19937 random(7);
  std::size_t sound = 0;
  for (int round = 0; round < 40000; ++round) {
    std::string text;
    for (std::size_t count = random() % 24; count > 0; --count) text += parts[random() % parts.size()];
    const std::string whole = reading_of(text, YamlReading::Whole);
    ASSERT_EQ(reading_of(text, YamlReading::Elided), whole) << text << "\nas\n" << elided(text);
    if (whole.find("error[") == std::string::npos) ++sound;
  }
  EXPECT_GT(sound, 1000U);
}

// Lines of rule files in any order are nearly YAML.
TEST(ElidedText, ReadsLinesInAnyOrderAsTheyStand) {
  std::vector<std::string> lines;
  for (const std::string& text : rule_files("rules")) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = text.find('\n', begin);
      lines.push_back(text.substr(begin, end - begin + 1));
      begin = end + 1;
    }
  }
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t count = 1 + random() % 6; count > 0; --count) {
      std::string line = lines[random() % lines.size()];
      if (random() % 4 == 0) line.erase(random() % line.size(), 1 + random() % 3);
      text += line;
    }
    expect_same(text);
  }
}

}  // namespace
}  // namespace boctach
