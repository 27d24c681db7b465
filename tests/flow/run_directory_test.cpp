#include "flow/run_directory.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "flow/made_identity.h"
#include "flow/run_files.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

Record record(std::size_t number) {
  Record made;
  made.id = "bài " + std::to_string(number);
  made.origin = {"a.jsonl", number, 100 * number};
  made.ok = number % 5 != 0;
  if (!made.ok) made.error = {"E902", "read", "no article"};
  return made;
}

class RunDirectoryTest : public testing::Test {
 protected:
  [[nodiscard]] std::string path() const { return folder_.path() / "run"; }

  // Writes articles from where the directory stands up to `end`; finishes only behind `all`.
  void write(std::size_t end, std::size_t all = 40) {
    RunDirectory directory(path(), made_identity(), 500, false);
    for (std::size_t i = directory.place().articles + 1; i <= end; ++i) directory.write(record(i), {i, 1000 + i, {}});
    if (end < all) return;
    RunCounts counts;
    for (std::size_t i = 1; i <= all; ++i) counts.add(counts_of(record(i)));
    directory.finish(counts);
  }

  [[nodiscard]] std::vector<std::string> content() const {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(path())) {
      all.push_back(entry.path().filename().string() + "\n" + folder_.read("run/" + entry.path().filename().string()));
    }
    std::sort(all.begin(), all.end());
    return all;
  }

  ScratchFolder folder_;
};

TEST_F(RunDirectoryTest, EndsUpTheSameHoweverOftenItWasCutOff) {
  write(40);
  const std::vector<std::string> wanted = content();
  EXPECT_GT(wanted.size(), 8U);
  std::filesystem::remove_all(path());
  for (const std::size_t end : {0U, 3U, 4U, 11U, 11U, 29U, 39U}) write(end);
  EXPECT_TRUE(verify_run(path(), manifest_of(path())).empty());
  write(40);
  EXPECT_EQ(content(), wanted);
}

TEST_F(RunDirectoryTest, KnowsWhenItIsCompleteAndWhatItCameTo) {
  write(40);
  const RunDirectory directory(path(), made_identity(), 500, false);
  EXPECT_TRUE(directory.is_complete());
  EXPECT_EQ(directory.counts().in, 40U);
  EXPECT_EQ(directory.counts().error, 8U);
  EXPECT_EQ(directory.counts().codes.at("E902"), 8U);
  EXPECT_EQ(directory.place().articles, 40U);
  EXPECT_EQ(directory.place().input, 1040U);
}

TEST_F(RunDirectoryTest, RefusesAnotherRunAndSaysWhatChanged) {
  write(20);
  RunIdentity other = made_identity("xxh3:2");
  other.options = {{"offsets", "bytes"}};
  other.inputs[0].second = "13 bytes";
  try {
    const RunDirectory directory(path(), other, 500, false);
    FAIL() << "taken up";
  } catch (const ChangedRun& changed) {
    const std::string told = changed.what();
    for (const char* part : {"xxh3:1", "xxh3:2", "--labels was dates", "--offsets was - and is now bytes", "a.jsonl was 12 bytes"}) {
      EXPECT_NE(told.find(part), std::string::npos) << part << " is not in " << told;
    }
  }
  const RunDirectory afresh(path(), other, 500, true);
  EXPECT_EQ(afresh.place().articles, 0U);
  EXPECT_TRUE(part_files(path()).empty());
}

TEST_F(RunDirectoryTest, IsHeldByOneRunAtATime) {
  const RunDirectory held(path(), made_identity(), 500, false);
  EXPECT_THROW(RunDirectory(path(), made_identity(), 500, false), OutputError);
}

TEST_F(RunDirectoryTest, DeletesNothingThatIsNotItsOwn) {
  folder_.write("run/thesis.txt", "of a person");
  EXPECT_THROW(RunDirectory(path(), made_identity(), 500, false), OutputError);
  EXPECT_THROW(RunDirectory(path(), made_identity(), 500, true), OutputError);
  EXPECT_EQ(folder_.read("run/thesis.txt"), "of a person");
  std::filesystem::remove(folder_.path() / "run/thesis.txt");
  folder_.write("run/part-000001.jsonl", "whose manifest was lost");
  EXPECT_THROW(RunDirectory(path(), made_identity(), 500, false), OutputError);
  EXPECT_EQ(folder_.read("run/part-000001.jsonl"), "whose manifest was lost");
}

TEST_F(RunDirectoryTest, NamesWhatIsWrongWithIt) {
  write(40);
  const std::string second = folder_.read("run/part-000002.jsonl");
  std::string flipped = second;
  flipped[7] ^= 1;
  folder_.write("run/part-000002.jsonl", flipped);
  folder_.write("run/part-000003.jsonl", folder_.read("run/part-000003.jsonl") + "x");
  std::filesystem::remove(folder_.path() / "run/part-000004.jsonl");
  folder_.write("run/part-000099.jsonl", "");
  std::string quarantine = folder_.read("run/quarantine.jsonl");
  quarantine[20] ^= 1;
  folder_.write("run/quarantine.jsonl", quarantine);
  const std::vector<std::string> wrong = verify_run(path(), manifest_of(path()));
  ASSERT_EQ(wrong.size(), 5U);
  EXPECT_NE(wrong[0].find("part-000002.jsonl"), std::string::npos);
  EXPECT_NE(wrong[1].find("part-000003.jsonl"), std::string::npos);
  EXPECT_NE(wrong[2].find("part-000004.jsonl"), std::string::npos);
  EXPECT_NE(wrong[3].find("part-000099.jsonl"), std::string::npos);
  EXPECT_NE(wrong[4].find("quarantine.jsonl"), std::string::npos);
  EXPECT_THROW(RunDirectory(path(), made_identity(), 500, false), OutputError) << "a part that is not there is not passed over";
}

TEST_F(RunDirectoryTest, TakesALineThatIsDamagedInTheMiddleForWhatItIs) {
  write(40);
  std::string manifest = folder_.read("run/manifest.jsonl");
  manifest[manifest.find("\"bytes\":") + 9] = '9';
  folder_.write("run/manifest.jsonl", manifest);
  EXPECT_THROW(manifest_of(path()), InputError);
}

}  // namespace
}  // namespace boctach
