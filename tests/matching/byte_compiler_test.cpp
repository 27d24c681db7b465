#include "matching/byte_compiler.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace boctach {
namespace {

// Everything a program is, as text.
std::string written(const ByteProgram& program) {
  std::string text = std::to_string(program.start_of(0));
  for (ByteProgram::NodeId id = 0; id < program.size(); ++id) {
    const ByteProgram::Node& node = program.node(id);
    text += "\n" + std::to_string(id) + " " + std::to_string(static_cast<int>(node.kind)) + " " + std::to_string(node.slot) + ":";
    if (node.kind == ByteProgram::Kind::Bytes) {
      for (const auto* edge = program.edges_begin(node); edge != program.edges_end(node); ++edge) {
        text += " " + std::to_string(edge->first) + "-" + std::to_string(edge->last) + ">" + std::to_string(edge->target);
      }
    } else {
      for (const auto* target = program.targets_begin(node); target != program.targets_end(node); ++target)
        text += " " + std::to_string(*target);
    }
  }
  for (const std::uint8_t number : program.classes()) text += " " + std::to_string(number);
  return text;
}

const std::string words = "(?i:nghị quyết|nghị định|quyết định|thông tư|chỉ thị|công văn|kế hoạch|luật|lệnh)";
const std::string letters = "[A-Zàáảãạăắằẳẵặâấầẩẫậèéẻẽẹ]";

TEST(ByteCompiler, CopiesWhatItKnowsToWhatItWouldMakeAnew) {
  const std::vector<std::string> expressions{
      "(?P<a>" + words + ") số (?P<n>\\d+)",
      "(?:" + words + "|" + letters + "+ ){1,3}(?P<b>" + words + ")?",
      letters + letters + "{2,}(?:" + words + "){0,2}?" + letters,
      "(?:" + words + ")*x" + words + "{3}",
      "(?:(?P<c>" + letters + "{2})-?){2,4}\\z",
  };
  ByteCompiler used;
  for (int round = 0; round < 2; ++round) {
    for (const std::string& expression : expressions) {
      const auto parsed = parse_expression(expression);
      ASSERT_TRUE(parsed) << expression;
      EXPECT_EQ(written(used.compile(parsed->syntax)), written(ByteProgram(parsed->syntax))) << expression;
    }
  }
}

// x{2} is xx, and x{1,2} is x(?:x)?: made of copies, or written out.
TEST(ByteCompiler, MakesTheSameOfCopiesAndOfWhatIsWrittenOut) {
  const auto program = [](const std::string& expression) { return written(ByteProgram(parse_expression(expression)->syntax)); };
  EXPECT_EQ(program("(?:a|bc)(?:a|bc)(?:a|bc)"), program("(?:a|bc){3}"));
  EXPECT_EQ(program(words + "(?:" + words + ")?"), program(words + "{1,2}"));
  EXPECT_EQ(program(letters + letters + "+"), program(letters + "{2,}"));
}

}  // namespace
}  // namespace boctach
