#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "app/program_run.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

std::string line_of(int number) {
  return "{\"id\":\"bai-" + std::to_string(number) + "\",\"text\":\"Ngày 3/4/2020, xã họp lần " + std::to_string(number) + ".\"}\n";
}

std::string lines(int from, int to) {
  std::string all;
  for (int i = from; i <= to; ++i) all += line_of(i);
  return all;
}

// The ids in records, in their order.
std::string ids(const std::string& records) {
  std::string found;
  for (std::size_t at = records.find("\"id\":\""); at != std::string::npos; at = records.find("\"id\":\"bai", at + 1)) {
    const std::size_t begin = at + 6;
    found += records.substr(begin, records.find('"', begin) - begin) + " ";
  }
  return found;
}

class Retry : public testing::Test {
 protected:
  [[nodiscard]] std::string at(const std::string& name) const { return (folder_.path() / name).string(); }
  // Runs into a directory or a database, as the name has it; one error is wanted.
  void run_into(const std::string& output, const std::string& what) const {
    EXPECT_EQ(run("run -q " + what + " -o " + at(output)).code, 1) << what;
  }
  [[nodiscard]] Ended retry(const std::string& output, const std::string& options = "") const {
    return run("quarantine retry " + at(output) + " " + options);
  }

  const ScratchFolder folder_;
};

// A stream that is cut off is one article with an error, and hides all behind the cut.
TEST_F(Retry, WorksOnAllThatABrokenInputHid) {
  folder_.write("whole", lines(1, 300));
  ASSERT_EQ(run_line("cd " + folder_.path().string() +
                     " && gzip <whole >x.jsonl.gz && head -c 800 x.jsonl.gz >cut && cp x.jsonl.gz good && mv cut x.jsonl.gz")
                .code,
            0);
  run_into("r/", at("x.jsonl.gz"));
  run_into("r.db", at("x.jsonl.gz"));
  const std::string done = ids(run("convert -q " + at("r") + " -").output);
  std::filesystem::rename(folder_.path() / "good", folder_.path() / "x.jsonl.gz");
  EXPECT_TRUE(has(run("quarantine show " + at("r")).output, "has changed since"));
  ASSERT_EQ(retry("r/", "-o " + at("again.jsonl")).code, 0);
  EXPECT_EQ(ids(run("run --json -q " + at("x.jsonl.gz"), "2>/dev/null").output), done + ids(folder_.read("again.jsonl")));
  // A database knows its articles by their places alone.
  const Ended refused = retry("r.db");
  EXPECT_EQ(refused.code, 3);
  EXPECT_TRUE(has(refused.output, "has changed since: run it again")) << refused.output;
}

TEST_F(Retry, WorksOnWhatALimitHid) {
  folder_.write("in/a.jsonl", lines(1, 5));
  folder_.write("b.jsonl", lines(6, 9));
  ASSERT_EQ(run_line("cd " + folder_.path().string() +
                     " && tar -cf in/in.tar b.jsonl && rm b.jsonl && tar -cf out.tar -C in a.jsonl in.tar && rm -r in")
                .code,
            0);
  for (const char* output : {"r/", "r.db"}) {
    run_into(output, at("out.tar") + " --max-nesting 1");
    const Ended ended = retry(output, "--max-nesting 2 --json 2>/dev/null");
    EXPECT_EQ(ids(ended.output), "bai-6 bai-7 bai-8 bai-9 ") << output;
    EXPECT_EQ(ended.code, 0);
  }
}

// Articles are known by what they say, wherever they stand now.
TEST_F(Retry, FindsArticlesThatHaveMoved) {
  folder_.write("x.jsonl", lines(1, 3) + "{\"id\":\n" + lines(5, 6));
  folder_.write("list", at("x.jsonl") + "\n");
  run_into("r/", at("x.jsonl"));
  run_into("listed/", "--files-from " + at("list"));
  EXPECT_TRUE(has(run("quarantine show " + at("listed")).output, "\n    {\"id\":\n"));
  folder_.write("x.jsonl", lines(2, 3) + line_of(4) + lines(5, 6));
  for (const char* output : {"r/", "listed/"}) EXPECT_EQ(ids(retry(output, "--json 2>/dev/null").output), "bai-4 ") << output;
  folder_.write("x.jsonl", lines(1, 2));
  const Ended gone = retry("r/");
  EXPECT_EQ(gone.code, 1);
  EXPECT_TRUE(has(gone.output, "no article of the quarantine is in the inputs any more")) << gone.output;
}

TEST_F(Retry, WritesWhatRunWritesAndNothingOverItsInputs) {
  folder_.write("x.jsonl", lines(1, 2) + "\n");
  run_into("r/", at("x.jsonl"));
  EXPECT_EQ(retry("r/", "-o " + at("again.db")).code, 1);
  EXPECT_EQ(folder_.read("again.db").substr(0, 6), "SQLite");
  EXPECT_EQ(retry("r/", "-o " + at("again/")).code, 2);
  EXPECT_EQ(retry("r/", "--force -o " + at("x.jsonl")).code, 2);
  EXPECT_EQ(folder_.read("x.jsonl"), lines(1, 2) + "\n");
}

}  // namespace
}  // namespace boctach
