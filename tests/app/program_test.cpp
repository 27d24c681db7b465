#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "app/program_run.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

TEST(Program, NamesTheNearestOfWhatItDoesNotKnow) {
  const Ended option = run("run x.txt --label dates");
  EXPECT_EQ(option.code, 2);
  EXPECT_TRUE(has(option.output, "did you mean '--labels'?")) << option.output;
  const Ended command = run("rnu x.txt");
  EXPECT_EQ(command.code, 2);
  EXPECT_TRUE(has(command.output, "did you mean 'run'?")) << command.output;
  EXPECT_EQ(run("run").code, 2);
  EXPECT_EQ(run("").code, 2);
  EXPECT_EQ(run("run - --offsets miles </dev/null").code, 2);
  EXPECT_EQ(run("run - --labels datse </dev/null").code, 2);
  EXPECT_EQ(run("run - --jobs none </dev/null").code, 2);
  EXPECT_EQ(run("run - --jobs 0 </dev/null").code, 2);
  EXPECT_EQ(run("pipe x.jsonl </dev/null").code, 2);
}

TEST(Program, NamesTheCommandsThatBeginWithAWord) {
  const Ended ended = run("gold --help");
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(ended.output, "boctach: 'gold' wants a second word: boctach gold export, boctach gold import; see --help of these\n");
}

TEST(Program, HasHelpWithExamplesEverywhere) {
  for (const char* command : {"run", "pipe", "clean", "rules", "schema"}) {
    const Ended help = run(std::string(command) + " --help");
    EXPECT_EQ(help.code, 0);
    EXPECT_TRUE(has(help.output, "Examples")) << help.output;
  }
  EXPECT_TRUE(has(run("version").output, BOCTACH_VERSION));
}

TEST(Program, SpeaksVietnameseToo) {
  EXPECT_TRUE(has(run("rnu --lang vi").output, "không có lệnh 'rnu'; có phải ý bạn là 'run'?"));
  EXPECT_TRUE(has(run("--lang=vi run --help").output, "Ví dụ"));
  EXPECT_TRUE(has(run_line("LC_ALL=vi_VN.UTF-8 " BOCTACH_PROGRAM " help").output, "Lệnh nào cũng có --help"));
  EXPECT_TRUE(has(run_line("LC_ALL=vi_VN.UTF-8 " BOCTACH_PROGRAM " help --lang en").output, "Every command has --help"));
  EXPECT_TRUE(has(run("explain --lang vi --text 'Kế hoạch số 12/KH-UBND'").output, "thua vn.documents/state-number vì độ ưu tiên"));
  EXPECT_EQ(run("help --lang fr").code, 2);
  EXPECT_EQ(run("help --lang").code, 2);
  // Records are the same in every language.
  const std::string articles = BOCTACH_SOURCE_DIR "/samples/articles";
  EXPECT_EQ(run("run " + articles + " --lang vi", "2>/dev/null").output, run("run " + articles, "2>/dev/null").output);
}

TEST(Program, ShipsTheSchemaItPrints) {
  std::ifstream file(BOCTACH_SOURCE_DIR "/rules/schema/rules-1.schema.json");
  EXPECT_EQ(run("schema rules").output, std::string(std::istreambuf_iterator<char>(file), {}));
}

TEST(Program, EndsWithTheCodeOfWhatHappened) {
  const ScratchFolder folder;
  EXPECT_EQ(run("run /no/such/file").code, 3);
  EXPECT_EQ(run("run - --rules /no/such </dev/null").code, 3);
  EXPECT_EQ(run("rules check " BOCTACH_SOURCE_DIR "/tests/rules/bad/unknown-key").code, 4);
  EXPECT_EQ(run("rules test " BOCTACH_SOURCE_DIR "/tests/rules/bad/example-does-not-hold").code, 1);
  const std::string bad = folder.write("x.jsonl", "not json\n");
  EXPECT_EQ(run("run " + bad).code, 1);
  const std::string there = folder.write("out.jsonl", "old");
  EXPECT_EQ(run("run - -o " + there + " </dev/null").code, 5);
  EXPECT_EQ(run("run - -o " + there + " --force </dev/null").code, 0);
  if (std::filesystem::exists("/dev/full")) {
    EXPECT_EQ(run("run " BOCTACH_SOURCE_DIR "/samples/articles", ">/dev/full 2>/dev/null").code, 5);
  }
}

TEST(Program, IsSilentWhenItsReaderGoesAway) {
  const Ended result = run("run --quiet " BOCTACH_SOURCE_DIR "/samples/articles 2>&1 1>&3", "3>&1 | head -c 1 >/dev/null");
  EXPECT_EQ(result.output, "");
}

TEST(Program, NamesTheSlowestIfAskedTo) {
  const std::string line = "run " BOCTACH_SOURCE_DIR "/samples/articles -o /dev/null";
  for (const char* jobs : {"", " -j 2"}) {
    const Ended asked = run(line + " -v" + jobs);
    EXPECT_TRUE(has(asked.output, " ms\n")) << asked.output;
    EXPECT_TRUE(has(asked.output, "slow: rule vn.") && has(asked.output, " % of what rules took")) << asked.output;
  }
  EXPECT_FALSE(has(run(line).output, "slow: "));
}

// The number of a closed stream must not become that of an output.
TEST(Program, KeepsClosedStreamsApartFromFiles) {
  const ScratchFolder folder;
  const std::string out = (folder.path() / "r.jsonl").string();
  const std::string crawl = BOCTACH_SOURCE_DIR "/samples/articles/crawl.jsonl";
  EXPECT_EQ(run("run " + crawl + " --progress json -o " + out, "<&- >&- 2>&-").code, 0);
  EXPECT_EQ(run("convert -q " + out + " /dev/null --force --format ndjson").code, 0);
  EXPECT_EQ(run("run --json -q " + crawl, ">&-").code, 5);
  for (const char* line : {"run -", "pipe"}) {
    const Ended ended = run(line, "2>&1 <&-");
    EXPECT_EQ(ended.code, 3) << ended.output;
    EXPECT_TRUE(has(ended.output, "standard input: ")) << ended.output;
  }
}

TEST(Program, ShowsARecordForReadingOrForProgrammes) {
  const ScratchFolder folder;
  const std::string file = folder.write("a.txt", "Ngày 3/4/2020, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND.");
  const Ended readable = run("run --pretty " + file, "2>/dev/null");
  EXPECT_TRUE(has(readable.output, "code=12/KH-UBND")) << readable.output;
  const Ended json = run("run --labels dates " + file, "2>/dev/null");
  EXPECT_TRUE(has(json.output, "\"value\":\"2020-04-03\"")) << json.output;
  EXPECT_FALSE(has(json.output, "\"documents\"")) << json.output;
  const Ended bytes = run("run --offsets bytes --with-text " + file, "2>/dev/null");
  EXPECT_TRUE(has(bytes.output, "\"offsets\":\"bytes\"")) << bytes.output;
}

TEST(Program, ShowsTheCleanedTextAndHowItCameAbout) {
  const ScratchFolder folder;
  const std::string file = folder.write("a.txt", "Một\u00a0 bài.\n0:00 / 0:00\nThân bài ở đây.\n");
  EXPECT_EQ(run("clean " + file, "2>/dev/null").output, "Một bài.\nThân bài ở đây.\n\n");
  const Ended map = run("clean --map " + file, "2>/dev/null");
  EXPECT_TRUE(has(map.output, "replaced")) << map.output;
  EXPECT_TRUE(has(map.output, "vn.cleaning/")) << map.output;
}

// Lines that are no articles, each with what its record must say.
std::vector<std::pair<std::string, std::string>> bad_lines() {
  const std::string deep(100000, '[');
  return {{"", "\"E901\""},
          {"not json", "\"E902\""},
          {R"({"id":"bare","published":"2020-04-05"})", "\"E904\""},
          {"{\"id\":\"latin\",\"text\":\"x\xE3 h\xF4m\"}", "\"E903\""},
          {R"({"id":"nul","text":"Ng\u00e0y 3/4/2020\u0000, x\u00e3 h\u1ecdp."})", "\"2020-04-03\""},
          {R"({"id":"long","text":")" + std::string(20 << 20, 'a') + "\"}", "\"E906\""},
          {R"({"id":"deep","text":)" + deep + std::string(100000, ']') + "}", "\"error\""}};
}

TEST(Pipe, AnswersEveryLineAndKeepsGoing) {
  const ScratchFolder folder;
  const std::string good = R"({"id":"good","text":"Ng\u00e0y 5/4/2020, x\u00e3 h\u1ecdp."})";
  {
    std::ofstream input(folder.path() / "lines.jsonl", std::ios::binary);
    for (const auto& [line, wanted] : bad_lines()) input << line << '\n' << good << '\n';
  }
  const std::string lines = (folder.path() / "lines.jsonl").string();
  const Ended ended = run("pipe <" + lines, "2>/dev/null");
  EXPECT_EQ(ended.code, 1);
  std::istringstream records(ended.output);
  std::string record;
  for (const auto& [line, wanted] : bad_lines()) {
    ASSERT_TRUE(std::getline(records, record));
    EXPECT_TRUE(has(record, wanted)) << line.substr(0, 60) << "\n" << record.substr(0, 300);
    ASSERT_TRUE(std::getline(records, record));
    EXPECT_TRUE(has(record, "\"good\"") && has(record, "\"2020-04-05\"")) << record.substr(0, 300);
  }
  EXPECT_FALSE(std::getline(records, record));
}

TEST(Pipe, AnswersALineBeforeTheNextOneComes) {
  const ScratchFolder folder;
  const std::string answers = (folder.path() / "answers").string();
  const std::string line = R"('{"id":"a","text":"x"}')";
  // The second line is sent only once the answer to the first is there.
  const std::string talk = "(echo " + line + "; for i in $(seq 100); do [ -s " + answers + " ] && break; sleep 0.1; done; " + "wc -l <" +
                           answers + " >" + answers + ".count; echo " + line + ") | " BOCTACH_PROGRAM " pipe >" + answers;
  ASSERT_EQ(std::system(talk.c_str()), 0);
  std::ifstream count(answers + ".count");
  int before = 0;
  count >> before;
  EXPECT_EQ(before, 1);
}

TEST(Pipe, IsQuietWhenItsReaderLeavesAndNeedsNoEnvironment) {
  const std::string lines = "yes '{\"id\":\"a\",\"text\":\"x\"}' 2>/dev/null | head -2000";
  const std::string program = "env -i " BOCTACH_PROGRAM " pipe 2>&1";
  std::FILE* pipe = popen((lines + " | " + program + " | head -1 | wc -l").c_str(), "r");
  std::array<char, 64> block{};
  const std::size_t n = std::fread(block.data(), 1, block.size(), pipe);
  pclose(pipe);
  EXPECT_EQ(std::string(block.data(), n), "1\n");
}

TEST(ExplainCommand, TellsOneArticleForPeopleAndForTools) {
  const std::string text = "--text 'Ng\u00e0y 3/4/2020, UBND t\u1ec9nh ban h\u00e0nh K\u1ebf ho\u1ea1ch s\u1ed1 12/KH-UBND.'";
  const Ended people = run("explain " + text, "");
  EXPECT_EQ(people.code, 0);
  EXPECT_NE(people.output.find("lost to vn.documents/state-number"), std::string::npos) << people.output;
  EXPECT_EQ(people.output.find('\x1b'), std::string::npos);
  EXPECT_NE(run("explain --colour always " + text, "").output.find('\x1b'), std::string::npos);
  const Ended tools = run("explain --json --only vn.dates " + text, "");
  EXPECT_EQ(tools.code, 0);
  EXPECT_EQ(tools.output.rfind(R"({"schema":"boctach.explanation/1")", 0), 0U);
  EXPECT_NE(tools.output.find(R"("rule":"vn.dates/day-month-year")"), std::string::npos);
  EXPECT_EQ(tools.output.find(R"("outcome":"won","rule":"vn.documents)"), std::string::npos);
  const std::string check = "python3 -c 'import json,sys; json.load(sys.stdin)'";
  EXPECT_EQ(std::system((BOCTACH_PROGRAM " explain --json samples/articles/09-bad-bytes.txt | " + check).c_str()), 0);
}

TEST(ExplainCommand, ProposesAnOverlayThatWorks) {
  const ScratchFolder folder;
  const std::string article = folder.write("a.txt", "Theo Phiếu trình số 12/PTr-UBND của huyện.");
  const Ended told = run("explain " + article + ":1:7 --json", "2>/dev/null");
  const std::string mark = "\"overlay\":\"";
  const std::size_t begin = told.output.find(mark);
  ASSERT_NE(begin, std::string::npos) << told.output;
  std::string overlay = told.output.substr(begin + mark.size(), told.output.find("\",\"found\"", begin) - begin - mark.size());
  for (std::size_t at = overlay.find("\\n"); at != std::string::npos; at = overlay.find("\\n")) overlay.replace(at, 2, "\n");
  const std::string over = std::filesystem::path(folder.write("over/mine.yaml", overlay)).parent_path();
  EXPECT_FALSE(has(run("run " + article + " --labels documents --json").output, "Phiếu trình số"));
  const Ended found = run("run " + article + " --labels documents --json --rules " + over);
  EXPECT_TRUE(has(found.output, "Phiếu trình số 12/PTr-UBND")) << found.output << overlay;
}

TEST(ExplainCommand, TakesAnAddress) {
  const ScratchFolder folder;
  const std::string article = folder.write("a.txt", "Tin ngày 3/4/2020\n\nTheo Kế hoạch số 12/KH-UBND, tỉnh làm.\n");
  const Ended line = run("explain " + article + ":3");
  EXPECT_TRUE(has(line.output, "12/KH-UBND")) << line.output;
  EXPECT_FALSE(has(line.output, "3/4/2020")) << line.output;
  const Ended column = run("explain " + article + ":1:10");
  EXPECT_TRUE(has(column.output, "\"ngày 3/4/2020\"  won")) << column.output;
  EXPECT_FALSE(has(column.output, "12/KH-UBND")) << column.output;
  EXPECT_EQ(run("explain " + article + ":99").code, 3);
  EXPECT_EQ(run("explain " + article + " --at x").code, 2);
  const std::string lines = folder.write("b.jsonl", "{\"id\":\"x\",\"text\":\"a\"}\n{\"id\":\"y\",\"text\":\"Ngày 3/4/2020\"}\n");
  EXPECT_TRUE(has(run("explain " + lines + ":2").output, "3/4/2020"));
  EXPECT_EQ(run("explain " + lines + ":2:1").code, 2);
  EXPECT_EQ(run("explain " + lines + ":3").code, 3);
}

// Rules of one's own need no option: the user's directory, then those of the environment, then those that are named.
// A label that nobody knew, in an overlay: it is in every output there is.
TEST(ExplainCommand, SaysThatARuleIsSwitchedOffAndWhere) {
  const ScratchFolder folder;
  folder.write("mine/off.yaml", "format: 1\noverlay: vn.documents\npatch:\n  - {rule: state-number, set: {enabled: false}}\n");
  const std::string rules = " --rules " + (folder.path() / "mine").string() + " --rule state-number ";
  const Ended ended = run("explain --text 'Kế hoạch số 12/KH-UBND'" + rules);
  EXPECT_TRUE(has(ended.output, "rule 'vn.documents/state-number' is switched off in ")) << ended.output;
  EXPECT_TRUE(has(ended.output, "mine/off.yaml:4\n")) << ended.output;
  EXPECT_TRUE(has(run("explain --json --text 'Kế hoạch số 12/KH-UBND'" + rules).output, "mine/off.yaml:4\""));
  const Ended misses = run("near-misses" + rules + folder.write("a.txt", "Kế hoạch số 12"));
  EXPECT_EQ(misses.code, 2);
  EXPECT_TRUE(has(misses.output, "is switched off in ")) << misses.output;
}

TEST(ExplainCommand, SaysWhereAScopeOrALineEndsAMatch) {
  const ScratchFolder folder;
  const std::string wrapped = folder.write("a.txt", "Tin mới.\n\nÔng ký Kế hoạch số\n12/KH-UBND.\n\nCòn Kế hoạch số\n\nkhác.");
  const Ended ended = run("near-misses --rule vn.documents/state-number " + wrapped);
  EXPECT_TRUE(has(ended.output, "{{number}} did not accept the line break beside '12/KH-UBND.'\n")) << ended.output;
  EXPECT_TRUE(has(ended.output, "{{number}} would stand outside of the paragraph (`scope`)\n")) << ended.output;
}

TEST(ExplainCommand, AnswersWhatItCannotExplain) {
  EXPECT_EQ(run("explain", "2>/dev/null").code, 2);
  EXPECT_EQ(run("explain --text x samples/articles/09-bad-bytes.txt", "2>/dev/null").code, 2);
  EXPECT_EQ(run("explain --text x --only vn.nothing", "2>/dev/null").code, 2);
  EXPECT_EQ(run("explain --text x --colour blue", "2>/dev/null").code, 2);
  EXPECT_EQ(run("explain no-such-file.txt", "2>/dev/null").code, 3);
  EXPECT_EQ(run("explain samples/articles/crawl.jsonl --id no-such-id", "2>/dev/null").code, 3);
  const Ended first = run("explain samples/articles/crawl.jsonl", "2>&1 >/dev/null");
  EXPECT_NE(first.output.find("there are more articles"), std::string::npos) << first.output;
}

}  // namespace
}  // namespace boctach
