#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "app/program_run.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

TEST(RulesCommand, ChecksForEditorsAndForCi) {
  const std::string bad = BOCTACH_SOURCE_DIR "/tests/rules/bad/unknown-key";
  const Ended json = run("rules check " + bad + " --format json", "2>/dev/null");
  EXPECT_EQ(json.code, 4);
  EXPECT_TRUE(has(json.output, "\"severity\":\"error\"")) << json.output;
  EXPECT_TRUE(has(json.output, "unknown-key/pack.yaml")) << json.output;
  const Ended sarif = run("rules check " + bad + " --format sarif", "2>/dev/null");
  EXPECT_TRUE(has(sarif.output, "\"version\":\"2.1.0\"") && has(sarif.output, "\"startLine\":")) << sarif.output;
  EXPECT_EQ(run("rules check " BOCTACH_SOURCE_DIR "/rules --format json").output, "[]\n");
  EXPECT_EQ(run("rules check --format xml").code, 2);
}

TEST(RulesCommand, ChecksOneDirectory) {
  const Ended two = run("rules check " BOCTACH_SOURCE_DIR "/rules " BOCTACH_SOURCE_DIR "/samples");
  EXPECT_EQ(two.code, 2);
  EXPECT_TRUE(has(two.output, "rules check takes one directory")) << two.output;
  EXPECT_TRUE(has(run("rules check " BOCTACH_SOURCE_DIR "/rules /nowhere").output, "/nowhere: no such directory"));
}

TEST(RulesCommand, PassesOverHiddenFilesAndNamesLinksThatLeadNowhere) {
  const ScratchFolder folder;
  const std::string mine = (folder.path() / "mine").string();
  folder.write("mine/.#p.yaml", "no: rules");
  folder.write("mine/p.yaml", "format: 1\noverlay: vn.documents\n");
  EXPECT_EQ(run("rules check " + mine).code, 0);
  EXPECT_EQ(run("rules fmt --check " + mine).code, 0);
  std::filesystem::create_symlink("p2.yaml", folder.path() / "mine/p2.yaml");
  for (const char* command : {"rules check ", "rules fmt --check "}) {
    const Ended ended = run(command + mine);
    EXPECT_EQ(ended.code, 3);
    EXPECT_TRUE(has(ended.output, "mine/p2.yaml")) << ended.output;
  }
  const std::string loop = (folder.path() / "loop").string();
  std::filesystem::create_symlink("loop", loop);
  for (const char* command : {"rules check ", "rules fmt ", "rules check --rules "}) {
    const Ended ended = run(command + loop);
    EXPECT_EQ(ended.code, 3);
    EXPECT_EQ(ended.output.rfind("boctach: " + loop, 0), 0U) << ended.output;
    EXPECT_FALSE(has(ended.output, "internal error")) << ended.output;
  }
}

TEST(RulesCommand, NotesWhatIsOnlyWorthKnowing) {
  for (const char* name : {"lexicon-prefix", "pattern-notes"}) {
    const std::string folder = BOCTACH_SOURCE_DIR "/tests/rules/bad/" + std::string(name);
    const auto text = [&](const std::string& file_name) {
      std::ifstream file(folder + "/" + file_name);
      return std::string(std::istreambuf_iterator<char>(file), {});
    };
    EXPECT_EQ(run("rules check " + folder, "2>&1 >/dev/null").output, "");
    EXPECT_EQ(run("rules check " + folder + " --notes", "2>&1 >/dev/null").output, text("expected.txt"));
    EXPECT_EQ(run("rules check " + folder + " --notes --lang vi", "2>&1 >/dev/null").output, text("expected.vi.txt"));
  }
}

TEST(RulesCommand, TestsAgainWhenAFileIsWritten) {
  const ScratchFolder folder;
  const std::string pack =
      "format: 1\npack: my.x\nabout: x\nrules:\n  - id: x\n    about: x\n    label: x\n    pattern: 'xin (?P<v>\\d)'\n"
      "    fields: {v: string}\n    counterexamples: [{text: 'a'}]\n    examples:\n";
  const std::string directory = std::filesystem::path(folder.write("over/x.yaml", pack + "      - {text: '⟦xin 12⟧'}\n")).parent_path();
  folder.write("better.yaml", pack + "      - {text: '⟦xin 1⟧'}\n");
  // Written once it waits, stopped once it has told the rest; neither takes longer than ten seconds.
  const auto until = [&](const std::string& words) {
    return "for i in $(seq 100); do grep -q '" + words + "' " + directory + "/../told && break; sleep 0.1; done; ";
  };
  const Ended told = run_line("cd " + directory + "/.. && { " + BOCTACH_PROGRAM + " rules test my.x --watch --rules " + directory +
                              " >told 2>&1 & watcher=$!; " + until("waiting") + "cp better.yaml " + directory + "/x.yaml; " +
                              until("0 failed") + "kill $watcher; cat told; }");
  EXPECT_TRUE(has(told.output, "2 examples, 1 failed")) << told.output;
  EXPECT_TRUE(has(told.output, "2 examples, 0 failed")) << told.output;
}

TEST(Rules, AreFoundInTheEnvironment) {
  const ScratchFolder folder;
  const auto overlay = [&](const std::string& name, const std::string& priority) {
    const std::string text = "format: 1\noverlay: vn.documents\npatch:\n  - {rule: state-number, set: {priority: " + priority + "}}\n";
    return std::filesystem::path(folder.write(name + "/a.yaml", text)).parent_path().string();
  };
  const std::string own = overlay("config/boctach/rules", "11");
  const std::string home = overlay("home/.config/boctach/rules", "12");
  const std::string one = overlay("one", "13");
  const std::string two = overlay("two", "14");
  const std::string at = "cd " + folder.path().string() + " && env -i PATH=/usr/bin:/bin ";
  const auto rules = [&](const std::string& setting, const std::string& options = "") {
    return run_line(at + setting + " " BOCTACH_PROGRAM " run - " + options + " </dev/null 2>&1 >/dev/null").output;
  };
  EXPECT_TRUE(has(rules("XDG_CONFIG_HOME=$PWD/config HOME=$PWD/home"), "rules " + own + " (xxh3:"));
  EXPECT_TRUE(has(rules("HOME=$PWD/home"), "rules " + home + " (xxh3:"));
  EXPECT_TRUE(has(rules("HOME=$PWD/home BOCTACH_RULES=" + one + ":" + two, "--rules " + one),
                  "rules " + home + " " + one + " " + two + " " + one + " (xxh3:"));
  EXPECT_FALSE(has(rules("HOME=/nonexistent"), "config"));
  const Ended shown =
      run_line(at + "HOME=$PWD/home BOCTACH_RULES=" + one + ":" + two + " " BOCTACH_PROGRAM " rules show state-number --origin 2>&1");
  EXPECT_TRUE(has(shown.output, "# " + two + "/a.yaml:4")) << shown.output;
  EXPECT_TRUE(has(shown.output, "warning[W303]")) << shown.output;
  EXPECT_EQ(run_line(at + "BOCTACH_RULES=/no/such " BOCTACH_PROGRAM " rules check 2>&1").code, 3);
}

TEST(RulesCommand, TurnsAnswersIntoExamples) {
  const ScratchFolder folder;
  const std::string article = folder.write("a.txt", "Theo Kế hoạch số 12/KH-UBND, tỉnh làm. Quyết định số 5/QĐ-UBND nói rõ.\n");
  const std::string into = std::filesystem::path(article).parent_path() / "mine";
  const std::string review = "rules review --label document " + article + " --into " + into;
  const Ended asked = run_line("printf 'x\\ny\\nn\\n' | " + std::string(BOCTACH_PROGRAM) + " " + review + " 2>&1");
  EXPECT_EQ(asked.code, 0) << asked.output;
  const std::string written = folder.read("mine/review-vn.documents.yaml");
  EXPECT_TRUE(has(written, "      examples:\n        - {text: 'Theo ⟦Kế hoạch số 12/KH-UBND⟧, tỉnh làm.'}")) << written;
  EXPECT_TRUE(has(written, "      counterexamples:\n        - {text: 'Quyết định số 5/QĐ-UBND nói rõ.'}")) << written;
  const Ended tested = run("rules test state-number --rules " + into);
  EXPECT_EQ(tested.code, 1);
  EXPECT_TRUE(has(tested.output, ", 1 failed")) << tested.output;
  // What was judged once as an example is not asked again; answers go to the end of the file.
  const Ended again = run_line("printf 'n\\n' | " + std::string(BOCTACH_PROGRAM) + " " + review + " --rules " + into + " 2>&1");
  EXPECT_TRUE(has(again.output, "no mention to show")) << again.output;
  EXPECT_EQ(run("rules review --label nothing " + article).code, 2);
  EXPECT_EQ(run("rules review --label document -").code, 2);
}

TEST(RulesCommand, ShowsADifferenceAsAPage) {
  const ScratchFolder folder;
  const std::string over =
      std::filesystem::path(
          folder.write("over/a.yaml", "format: 1\noverlay: vn.documents\npatch:\n  - {rule: state-number, set: {enabled: false}}\n"))
          .parent_path();
  const Ended page = run("rules diff --html --new " + over + " " BOCTACH_SOURCE_DIR "/samples/articles");
  EXPECT_EQ(page.code, 1);
  EXPECT_TRUE(has(page.output, "<!DOCTYPE html>") && has(page.output, "class=\"lost\"") && has(page.output, "</html>"))
      << page.output.substr(0, 400);
  EXPECT_TRUE(has(page.output, "rule vn.documents/state-number"));
}

TEST(Overlays, BringALabelOfTheirOwn) {
  const ScratchFolder folder;
  const std::string over = std::filesystem::path(folder.write("over/money.yaml", R"(format: 1
pack: my.money
version: 0.1.0
about: Sums of money.
records:
  money: {array: money, as: mentions, fields: {amount: decimal, unit: string}}
rules:
  - id: by-unit
    about: a number, a unit, the currency
    label: money
    pattern: '(?P<amount>\d+(?:[.,]\d+)*) (?P<unit>tỷ|triệu|nghìn) đồng'
    fields: {amount: decimal, unit: string}
    examples:
      - {text: 'Kinh phí ⟦1,2 tỷ đồng⟧.', expect: {amount: '1.2', unit: tỷ}}
      - {text: 'Hỗ trợ ⟦500 triệu đồng⟧ cho hai xã.', expect: {amount: '500', unit: triệu}}
    counterexamples:
      - {text: 'Có 500 triệu chứng.', why: no currency}
)"))
                               .parent_path();
  const std::string article = folder.write("a.txt", "Huyện dành 1,2 tỷ đồng và 1.200,5 triệu đồng cho việc này.\n");
  const std::string rules = " --rules " + over;
  EXPECT_EQ(run("rules test my.money" + rules).code, 0);
  const std::string json = run("run " + article + " --json" + rules, "2>/dev/null").output;
  EXPECT_TRUE(has(json, "\"money\":[{\"text\":\"1,2 tỷ đồng\"")) << json;
  EXPECT_TRUE(has(json, "\"amount\":\"1200.5\",\"unit\":\"triệu\"")) << json;
  const std::string readable = run("run " + article + " --pretty" + rules).output;
  EXPECT_TRUE(has(readable, "money") && has(readable, "1,2 tỷ đồng")) << readable;
  EXPECT_TRUE(has(run("run " + article + " --json --labels money" + rules, "2>/dev/null").output, "1,2 tỷ đồng"));
  EXPECT_TRUE(has(run("schema record" + rules).output, "\"money\""));
  const std::string row = "1,1,\"1,2 tỷ đồng\",1.2,tỷ,my.money/by-unit,0,,";
  EXPECT_EQ(run("run -q " + article + rules + " -o " + (folder.path() / "r.csv").string()).output, "");
  EXPECT_TRUE(has(folder.read("r.csv/money.csv"), "\r\n" + row)) << folder.read("r.csv/money.csv");
  // Columns in the order of the rule, by way of a database.
  EXPECT_EQ(run("run -q " + article + rules + " -o " + (folder.path() / "r.db").string()).output, "");
  EXPECT_EQ(run("convert -q " + (folder.path() / "r.db").string() + " -").output, json);
  EXPECT_EQ(run("convert -q " + (folder.path() / "r.db").string() + " " + (folder.path() / "c.csv").string()).output, "");
  EXPECT_EQ(folder.read("c.csv/money.csv"), folder.read("r.csv/money.csv"));
  EXPECT_TRUE(has(run("schema csv" + rules).output, "## money.csv"));
  EXPECT_TRUE(has(run("schema sqlite" + rules).output, "CREATE TABLE \"money\""));
  EXPECT_TRUE(has(run("schema duckdb" + rules).output, "\"money\": 'STRUCT(\"text\" VARCHAR, \"amount\" VARCHAR"));
  const Ended unknown = run("convert " + folder.write("r.jsonl", json) + " " + (folder.path() / "x.db").string());
  EXPECT_EQ(unknown.code, 3);
  EXPECT_TRUE(has(unknown.output, "'money' is of no label of these rules")) << unknown.output;
  EXPECT_TRUE(has(run("explain " + article + " --only my.money" + rules).output, "\"1,2 tỷ đồng\"  won"));
  EXPECT_TRUE(has(run("explain " + article + " --json" + rules).output, "\"money\":[{"));
  EXPECT_TRUE(has(run("grep '{{@money}} cho'" + rules + " " + article).output, "1.200,5 triệu đồng cho"));
  EXPECT_TRUE(has(run("rules diff --new " + over + " " + article).output, "+ a:"));
  EXPECT_TRUE(has(run_line("printf '{\"text\":\"Chi 3 tỷ đồng\"}\\n' | " BOCTACH_PROGRAM " pipe" + rules).output, "\"amount\":\"3\""));
}

TEST(RulesCommand, TellsWhatRulesDo) {
  const std::string articles = BOCTACH_SOURCE_DIR "/samples/articles";
  const std::string told = run("rules coverage " + articles).output;
  for (const char* words : {"candidates     won", "never fire\n  vn.abbreviations/body", "vn.documents/bare-code: vn.documents/",
                            "word edge (", "vn.documents/bare-code to vn.documents/state-number", "find the same mention",
                            "1 of 2  vn.titles/spokesman", "more rules", "12 articles, 0 of them unreadable"})
    EXPECT_TRUE(has(told, words)) << words << '\n' << told;
  EXPECT_TRUE(has(run("rules coverage --lang vi " + articles).output, "vn.documents/bare-code thua vn.documents/state-number"));
  // A value its lexicon does not know, with the place of the first.
  const ScratchFolder folder;
  const std::string over = std::filesystem::path(folder.write("over/a.yaml", R"(format: 1
pack: my.ships
lexicons: {known: {entries: ['Sao Mai']}}
rules:
  - id: ship
    about: a ship by its name
    label: ship
    pattern: 'tàu (?P<name>{{Syllable}} {{Syllable}})'
    fields: {name: {lexicon: known, unknown: flag}}
    examples: [{text: 'lên ⟦tàu Sao Mai⟧'}]
    counterexamples: [{text: 'con tàu'}]
)"))
                               .parent_path();
  const std::string article = folder.write("b.txt", "Đón tàu Sao Mai và tàu Bình Minh; tàu Bình Minh cập bến.\n");
  const std::string unknown = run("rules coverage " + article + " --rules " + over).output;
  EXPECT_TRUE(has(unknown, "       2  Bình Minh  (my.ships/ship.name, first in b:")) << unknown;
  EXPECT_FALSE(has(unknown, "Sao Mai  (")) << unknown;
}

TEST(RulesCommand, TellsWhatRulesCost) {
  const std::string articles = BOCTACH_SOURCE_DIR "/samples/articles";
  const Ended told = run("rules bench " + articles);
  EXPECT_EQ(told.code, 0);
  EXPECT_TRUE(has(told.output, "vn.documents/state-number")) << told.output;
  EXPECT_EQ(run("rules bench " + articles + " --max-ns-per-kb 0.001").code, 1);
  EXPECT_EQ(run("rules bench " + articles + " --max-ns-per-kb much").code, 2);
  EXPECT_EQ(run("rules bench nothing-there").code, 3);
  EXPECT_TRUE(has(told.output, "steering-committee: starts with 'ban ch")) << told.output;
  // Without articles the examples are read.
  EXPECT_TRUE(has(run("rules bench").output, "vn.documents/state-number"));
  const std::string dear = BOCTACH_SOURCE_DIR "/tests/rules/bad/pattern-ungated";
  EXPECT_TRUE(has(run("rules bench " + articles + " --rules " + dear).output, "has no gate"));
}

}  // namespace
}  // namespace boctach
