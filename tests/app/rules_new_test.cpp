#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "app/program_run.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

std::string new_rule(const ScratchFolder& folder, const std::string& options) {
  return "rules new --into " + folder.path().string() + "/mine " + options + " </dev/null";
}

const std::string school =
    "--label school --example 'học ở ⟦Trường số 7 (cũ)⟧ và [[Trường số 12]].' --counterexample \"một trường 'mới'\" ";

TEST(RulesNew, WritesARuleWhoseExampleHolds) {
  const ScratchFolder folder;
  const std::string mine = folder.path().string() + "/mine";
  const Ended ended = run(new_rule(folder, school));
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.output, mine + "/school.yaml: my.school/school-1\n");
  const std::string text = folder.read("mine/school.yaml");
  EXPECT_TRUE(has(text, "pattern: '(?:Trường số [0-9]+ \\(cũ\\)|Trường số [0-9]+)'\n")) << text;
  EXPECT_TRUE(has(text, "- text: 'một trường ''mới'''\n")) << text;
  EXPECT_FALSE(has(text, "yaml-language-server")) << text;
  EXPECT_EQ(run("rules check " + mine).code, 0);
  EXPECT_TRUE(has(run("rules test " + mine + " my.school").output, "2 examples, 0 failed"));
  EXPECT_EQ(run("rules fmt --check " + mine).code, 0);
  const std::string article = folder.write("a.txt", "Em học ở Trường số 305 từ năm 2019.");
  const Ended found = run("run --json --rules " + mine + " " + article, "2>/dev/null");
  EXPECT_TRUE(has(found.output, "Trường số 305")) << found.output;
}

TEST(RulesNew, AsksForWhatIsNotGiven) {
  const ScratchFolder folder;
  const std::string answers = "printf 'trường\\nschool\\nkhông có dấu\\nthi tại [[THCS Nguyễn Du]]\\nthi ⟦ở⟧ nhà\\nthi ở nhà\\n' | ";
  const std::string ask = BOCTACH_PROGRAM " rules new --into " + folder.path().string();
  const Ended ended = run_line(answers + ask + " 2>&1 >/dev/null");
  EXPECT_EQ(ended.code, 0) << ended.output;
  EXPECT_TRUE(has(ended.output, "a name has letters")) << ended.output;
  EXPECT_TRUE(has(ended.output, "mark what is to be found")) << ended.output;
  EXPECT_TRUE(has(ended.output, "nothing may be marked")) << ended.output;
  EXPECT_TRUE(has(folder.read("school.yaml"), "- text: 'thi tại ⟦THCS Nguyễn Du⟧'\n"));
  EXPECT_EQ(run_line("printf 'school\\n' | " + ask + " 2>/dev/null").code, 2);
}

TEST(RulesNew, TakesNoLabelWhoseArrayWouldHaveATakenName) {
  const ScratchFolder folder;
  const std::string texts = " --example '[[so]]' --counterexample 'hay'";
  const Ended key = run(new_rule(folder, "--label title" + texts));
  EXPECT_EQ(key.code, 2);
  EXPECT_TRUE(has(key.output, "'title' is a key of every record")) << key.output;
  const Ended array = run(new_rule(folder, "--label dates" + texts));
  EXPECT_EQ(array.code, 2);
  EXPECT_TRUE(has(array.output, "'dates' is the array of label 'date' already")) << array.output;
  EXPECT_FALSE(fs::exists(folder.path() / "mine"));
}

TEST(RulesNew, PutsFurtherRulesBehindTheFirst) {
  const ScratchFolder folder;
  folder.write(
      "mine/school.yaml",
      "format: 1\npack: my.school\nrules:\n- id: one\n  label: school\n  pattern: 'Trường [AB]'\n  examples: [{text: '⟦Trường A⟧'}]\n"
      "  counterexamples: [{text: 'trường'}]\n\n# said twice\nversion: 1.0.0");
  const Ended ended = run(new_rule(folder, school));
  EXPECT_EQ(ended.code, 0) << ended.output;
  const std::string text = folder.read("mine/school.yaml");
  EXPECT_TRUE(has(text, "  counterexamples: [{text: 'trường'}]\n\n- id: school-1\n")) << text;
  EXPECT_TRUE(has(text, "'một trường ''mới'''\n\n# said twice\nversion: 1.0.0\n")) << text;
  // One that finds the same a second time would never be the one that found it.
  EXPECT_EQ(run(new_rule(folder, school)).code, 1);
  EXPECT_EQ(folder.read("mine/school.yaml"), text);
  EXPECT_EQ(run(new_rule(folder, "--label school --example 'ở [[Trại 3]]' --counterexample 'trại'")).code, 0);
  EXPECT_TRUE(has(folder.read("mine/school.yaml"), "\n- id: school-2\n"));
}

TEST(RulesNew, AddsToAPackThereIsWithoutTouchingIt) {
  const ScratchFolder folder;
  folder.write("rules/schema/rules-1.schema.json", "{}");
  const Ended ended = run(
      new_rule(folder, "--label document --pack vn.documents --id notice --example '[[Giấy báo 7]] đã gửi' --counterexample 'một giấy'"));
  EXPECT_EQ(ended.code, 0) << ended.output;
  const std::string text = folder.read("mine/documents.yaml");
  EXPECT_EQ(text.rfind("# yaml-language-server: $schema=../rules/schema/rules-1.schema.json\nformat: 1\noverlay: vn.documents\n", 0), 0U)
      << text;
}

TEST(RulesNew, WritesNothingItCannotStandFor) {
  const ScratchFolder folder;
  EXPECT_EQ(run(new_rule(folder, school + "--pack vn.documents --id state-number")).code, 2);
  EXPECT_EQ(run(new_rule(folder, school + "--id 'a: b'")).code, 2);
  EXPECT_EQ(run(new_rule(folder, school + "--into " BOCTACH_SOURCE_DIR "/rules")).code, 2);
  EXPECT_EQ(run(new_rule(folder, "--label x --counterexample y --example '⟦a'")).code, 2);
  EXPECT_EQ(run(new_rule(folder, "--label x")).code, 2);
  EXPECT_EQ(run(new_rule(folder, "--label x --counterexample 'số 9 ở đây' --example '⟦số 1⟧'")).code, 1);
  EXPECT_FALSE(fs::exists(folder.path() / "mine"));
  folder.write("mine/school.yaml", "format: 1\npack: my.school\nrules: []  # none\n");
  EXPECT_EQ(run(new_rule(folder, school)).code, 2);
  EXPECT_EQ(folder.read("mine/school.yaml"), "format: 1\npack: my.school\nrules: []  # none\n");
}

}  // namespace
}  // namespace boctach
