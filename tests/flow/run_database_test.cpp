#include "flow/run_database.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "boctach/sink.h"
#include "flow/made_identity.h"
#include "flow/run_files.h"
#include "formats/made_records.h"
#include "formats/record_sources.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

constexpr std::size_t batch_size = 4000;

class RunDatabaseTest : public testing::Test {
 protected:
  static constexpr std::size_t all = 120;

  [[nodiscard]] std::string path() const { return folder_.path() / "r.db"; }
  [[nodiscard]] std::string partial() const { return path() + ".partial"; }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
  }

  // Writes articles from where the database stands up to `end`; finishes only behind all of them.
  void write(std::size_t end, bool afresh = false) const {
    RunDatabase database(path(), made_identity(), made_labels(), batch_size, afresh);
    RecordMaker maker(4);
    RunCounts counts;
    for (std::size_t i = 1; i <= end; ++i) {
      const Record record = maker.make(i);
      counts.add(counts_of(record));
      if (i > database.place().articles) database.write(record, {i, 1000 + i, {}});
    }
    if (end == all) database.finish(counts);
  }

  // The same in a process that is killed then.
  void write_and_die(std::size_t end) const {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      RunDatabase database(path(), made_identity(), made_labels(), batch_size, false);
      RecordMaker maker(4);
      for (std::size_t i = 1; i <= end; ++i) {
        const Record record = maker.make(i);
        if (i > database.place().articles) database.write(record, {i, 1000 + i, {}});
      }
      raise(SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
  }

  ScratchFolder folder_;
};

TEST_F(RunDatabaseTest, EndsUpTheSameHoweverOftenItWasCutOff) {
  write(all);
  EXPECT_EQ(names(), std::vector<std::string>{"r.db"});
  const std::string wanted = folder_.read("r.db");
  std::filesystem::remove(path());
  for (const std::size_t end : {0U, 3U, 30U, 30U, 61U, 119U}) {
    end % 2 == 0 ? write(end) : write_and_die(end);
    EXPECT_FALSE(std::filesystem::exists(path()));
  }
  EXPECT_GT(RunDatabase(path(), made_identity(), made_labels(), batch_size, false).place().articles, 61U);
  write(all);
  EXPECT_EQ(names(), std::vector<std::string>{"r.db"});
  EXPECT_TRUE(folder_.read("r.db") == wanted);
}

TEST_F(RunDatabaseTest, HasTheRecordsThatWereWritten) {
  write(50);
  EXPECT_THROW(make_sqlite_record_source(partial()), InputError) << "not complete";
  write_and_die(50);
  write(all);
  RecordMaker maker(4);
  const auto records = make_sqlite_record_source(path());
  for (std::size_t i = 1; i <= all; ++i) EXPECT_EQ(to_json(records->next().value()), to_json(maker.make(i)));
  EXPECT_FALSE(records->next());
}

TEST_F(RunDatabaseTest, KnowsWhenItIsCompleteAndWhatItCameTo) {
  write(all);
  const std::string before = folder_.read("r.db");
  const RunDatabase database(path(), made_identity(), made_labels(), batch_size, false);
  EXPECT_TRUE(database.is_complete());
  EXPECT_EQ(database.counts().in, all);
  EXPECT_GT(database.counts().error, 5U);
  EXPECT_EQ(database.counts().codes.at("E902"), database.counts().error);
  EXPECT_EQ(database.place().articles, all);
  EXPECT_EQ(database.place().input, 1000 + all);
  EXPECT_EQ(names(), std::vector<std::string>{"r.db"});
  EXPECT_TRUE(folder_.read("r.db") == before);
}

// Killed when all was done but the rename.
TEST_F(RunDatabaseTest, TakesItsNameIfThatIsAllThatIsMissing) {
  write(all);
  const std::string wanted = folder_.read("r.db");
  std::filesystem::rename(path(), partial());
  EXPECT_TRUE(RunDatabase(path(), made_identity(), made_labels(), batch_size, false).is_complete());
  EXPECT_EQ(names(), std::vector<std::string>{"r.db"});
  EXPECT_TRUE(folder_.read("r.db") == wanted);
}

TEST_F(RunDatabaseTest, RefusesAnotherRunAndSaysWhatChanged) {
  RunIdentity other = made_identity("xxh3:2");
  other.inputs[0].second = "13 bytes";
  // Other rules may give other labels: they are not what is told.
  std::vector<RecordLabel> labels = made_labels();
  labels.pop_back();
  const auto refusal = [&] {
    try {
      const RunDatabase database(path(), other, labels, batch_size, false);
      return std::string("taken up");
    } catch (const ChangedRun& changed) {
      return std::string(changed.what());
    }
  };
  for (const std::size_t end : {std::size_t{80}, all}) {
    write(end);
    const std::string told = refusal();
    for (const char* part : {"r.db", "xxh3:1", "xxh3:2", "a.jsonl was 12 bytes"}) {
      EXPECT_NE(told.find(part), std::string::npos) << part << " is not in " << told;
    }
  }
  const RunDatabase afresh(path(), other, labels, batch_size, true);
  EXPECT_EQ(afresh.place().articles, 0U);
}

TEST_F(RunDatabaseTest, BegunAgainLeavesTheOldOneUntilTheNewIsWhole) {
  write(all);
  const std::string before = folder_.read("r.db");
  write(80, true);
  EXPECT_TRUE(folder_.read("r.db") == before);
  EXPECT_EQ(names(), (std::vector<std::string>{"r.db", "r.db.partial"}));
  write(all, true);
  EXPECT_EQ(names(), std::vector<std::string>{"r.db"});
  EXPECT_TRUE(folder_.read("r.db") == before);
  folder_.write("r.db.partial", "damaged, or something else that somebody called so; it has to be longer than a hundred bytes to be sure");
  write(all, true);
  EXPECT_EQ(names(), std::vector<std::string>{"r.db"});
}

TEST_F(RunDatabaseTest, IsHeldByOneRunAtATime) {
  RunDatabase held(path(), made_identity(), made_labels(), batch_size, false);
  for (const bool afresh : {false, true}) {
    EXPECT_THROW(RunDatabase(path(), made_identity(), made_labels(), batch_size, afresh), OutputError);
  }
  EXPECT_TRUE(std::filesystem::exists(partial()));
  held.finish({});
  EXPECT_EQ(names(), std::vector<std::string>{"r.db"});
}

TEST_F(RunDatabaseTest, ThatCameToNoCommitLeavesNothing) {
  write(1);
  EXPECT_EQ(names(), std::vector<std::string>());
}

TEST_F(RunDatabaseTest, WritesOverNothingThatIsNotItsOwn) {
  folder_.write("r.db", "of a person");
  EXPECT_THROW(write(all), OutputError);
  make_file_sink(folder_.path() / "converted.db", {OutputFormat::Sqlite}, made_labels())->finish();
  std::filesystem::rename(folder_.path() / "converted.db", path());
  EXPECT_THROW(write(all), OutputError);
  EXPECT_EQ(names(), std::vector<std::string>{"r.db"});
  EXPECT_THROW(RunDatabase("/dev/null", made_identity(), made_labels(), batch_size, true), OutputError);
  EXPECT_THROW(RunDatabase(folder_.path(), made_identity(), made_labels(), batch_size, true), OutputError);
}

TEST_F(RunDatabaseTest, FollowsLinks) {
  std::filesystem::create_directory(folder_.path() / "elsewhere");
  folder_.write("elsewhere/x.db", "old");
  std::filesystem::create_symlink("elsewhere/x.db", path());
  write(all, true);
  EXPECT_TRUE(std::filesystem::is_symlink(path()));
  EXPECT_EQ(folder_.read("elsewhere/x.db").substr(0, 15), "SQLite format 3");
}

}  // namespace
}  // namespace boctach
