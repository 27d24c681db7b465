#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "formats/scratch_folder.h"

namespace boctach {
namespace {

struct Ended {
  int code = 0;
  std::string output;  // of both streams, unless the command redirects one
};

// Runs the program through a shell, as people do.
Ended run(const std::string& arguments, const std::string& behind = "2>&1") {
  const std::string command = std::string(BOCTACH_PROGRAM) + " " + arguments + " " + behind;
  std::FILE* pipe = popen(command.c_str(), "r");
  Ended result;
  std::array<char, 4096> block{};
  for (std::size_t n = std::fread(block.data(), 1, block.size(), pipe); n > 0; n = std::fread(block.data(), 1, block.size(), pipe)) {
    result.output.append(block.data(), n);
  }
  const int status = pclose(pipe);
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

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
}

TEST(Program, HasHelpWithExamplesEverywhere) {
  for (const char* command : {"run", "clean", "rules", "schema"}) {
    const Ended help = run(std::string(command) + " --help");
    EXPECT_EQ(help.code, 0);
    EXPECT_TRUE(has(help.output, "Examples")) << help.output;
  }
  EXPECT_TRUE(has(run("version").output, BOCTACH_VERSION));
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

}  // namespace
}  // namespace boctach
