#include "formats/record_database.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "formats/made_records.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

constexpr std::int64_t batch = 50;
constexpr std::int64_t all = 430;

// Writes what is missing, up to `end` records; commits behind each batch.
void go_on(RecordDatabase& database, std::int64_t end) {
  RecordMaker maker(9);
  for (std::int64_t i = 0; i < end; ++i) {
    const Record record = maker.make(static_cast<std::size_t>(i));
    if (i < database.size()) continue;
    database.insert(record);
    if (database.size() % batch == 0) database.commit("behind " + std::to_string(database.size()));
  }
}

std::string undisturbed() {
  const ScratchFolder folder;
  RecordDatabase database(folder.path() / "x", "x", made_labels(), RecordDatabase::Safety::Resumes);
  go_on(database, all);
  database.complete();
  return folder.read("x");
}

TEST(RecordDatabase, GoesOnBehindItsLastCommitAfterAKill) {
  const std::string wanted = undisturbed();
  for (const std::int64_t killed_at : {0, 1, 49, 50, 51, 120, 429, 430}) {
    const ScratchFolder folder;
    const std::string path = folder.path() / "x";
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      RecordDatabase database(path, "x", made_labels(), RecordDatabase::Safety::Resumes);
      go_on(database, killed_at);
      raise(SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    RecordDatabase database(path, "x", made_labels(), RecordDatabase::Safety::Resumes);
    EXPECT_EQ(database.size(), killed_at / batch * batch);
    EXPECT_EQ(database.state(), killed_at < batch ? "" : "behind " + std::to_string(database.size()));
    go_on(database, all);
    database.complete();
    EXPECT_EQ(folder.read("x"), wanted) << killed_at;
    EXPECT_FALSE(std::filesystem::exists(path + "-journal"));
  }
}

TEST(RecordDatabase, IsTakenUpOnlyByThoseWhoBeganIt) {
  const ScratchFolder folder;
  const std::string path = folder.path() / "x";
  const auto open = [&](std::vector<RecordLabel> labels) {
    RecordDatabase(path, "shown", labels, RecordDatabase::Safety::Resumes).commit("");
  };
  open(made_labels());
  open(made_labels());
  std::vector<RecordLabel> others = made_labels();
  others[0].fields.pop_back();
  EXPECT_THROW(open(others), OutputError);
  RecordDatabase(path, "shown", made_labels(), RecordDatabase::Safety::Resumes).complete();
  EXPECT_THROW(open(made_labels()), OutputError);
  folder.write("x", "no database, but long enough to be looked at by one that knows what it is, a hundred bytes or so");
  EXPECT_THROW(open(made_labels()), OutputError);
}

TEST(RecordDatabase, LetsNobodyElseIn) {
  const ScratchFolder folder;
  const RecordDatabase first(folder.path() / "x", "x", made_labels(), RecordDatabase::Safety::Resumes);
  EXPECT_THROW(RecordDatabase(folder.path() / "x", "x", made_labels(), RecordDatabase::Safety::Resumes), OutputError);
}

}  // namespace
}  // namespace boctach
