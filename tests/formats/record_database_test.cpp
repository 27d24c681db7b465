#include "formats/record_database.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "formats/made_records.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

constexpr std::int64_t all = 430;

// Makes the database, or takes it up; `state` is what was said of it last.
std::unique_ptr<RecordDatabase> open(const std::string& path, std::string* state = nullptr) {
  const DatabaseRun run{"begun", [&](const std::string& said) {
                          if (state != nullptr) *state = said;
                        }};
  return std::make_unique<RecordDatabase>(path, "shown", made_labels(), run);
}

// Writes what is missing, up to `end` records; commits behind each batch.
void go_on(RecordDatabase& database, std::int64_t end, std::int64_t batch) {
  RecordMaker maker(9);
  for (std::int64_t i = 0; i < end; ++i) {
    const Record record = maker.make(static_cast<std::size_t>(i));
    if (i < database.size()) continue;
    database.insert(record);
    if (database.size() % batch == 0 || database.size() == all) database.commit("behind " + std::to_string(database.size()));
  }
}

std::string undisturbed(std::int64_t batch) {
  const ScratchFolder folder;
  const auto database = open(folder.path() / "x");
  go_on(*database, all, batch);
  database->complete([](const TableSums& /*sums*/) { return "done"; });
  return folder.read("x");
}

// Writes up to `end` records in a process of its own, which is killed then.
void write_and_die(const std::string& path, std::int64_t end, std::int64_t batch) {
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const auto database = open(path);
    go_on(*database, end, batch);
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
}

TEST(RecordDatabase, GoesOnBehindItsLastCommitAfterAKill) {
  constexpr std::int64_t batch = 50;
  const std::string wanted = undisturbed(batch);
  for (const std::int64_t killed_at : {0, 1, 49, 50, 51, 120, 429}) {
    const ScratchFolder folder;
    const std::string path = folder.path() / "x";
    write_and_die(path, killed_at, batch);
    std::string state;
    const auto database = open(path, &state);
    EXPECT_EQ(database->size(), killed_at / batch * batch);
    EXPECT_EQ(state, killed_at < batch ? "begun" : "behind " + std::to_string(database->size()));
    go_on(*database, all, batch);
    EXPECT_EQ(database->pending(), 0U);
    database->complete([](const TableSums& /*sums*/) { return "done"; });
    EXPECT_EQ(folder.read("x"), wanted) << killed_at;
    EXPECT_FALSE(std::filesystem::exists(path + "-journal"));
    EXPECT_EQ(run_of_database(path), "done");
  }
}

// A batch may be so small that the file does not grow by it.
TEST(RecordDatabase, IsTheSameFileHoweverOftenItWasCutOff) {
  constexpr std::int64_t batch = 1;
  const ScratchFolder folder;
  const std::string path = folder.path() / "x";
  for (std::int64_t killed_at = 0; killed_at < all; killed_at += 7) write_and_die(path, killed_at, batch);
  const auto database = open(path);
  go_on(*database, all, batch);
  database->complete([](const TableSums& /*sums*/) { return "done"; });
  EXPECT_EQ(folder.read("x"), undisturbed(batch));
}

TEST(RecordDatabase, IsTakenUpOnlyByThoseWhoBeganIt) {
  const ScratchFolder folder;
  const std::string path = folder.path() / "x";
  open(path);
  open(path);
  std::vector<RecordLabel> others = made_labels();
  others[0].fields.pop_back();
  EXPECT_THROW(RecordDatabase(path, "x", others, DatabaseRun{"begun", {}}), OutputError);
  const auto refuse = [](const std::string& state) { throw std::domain_error(state); };
  EXPECT_THROW(RecordDatabase(path, "x", others, DatabaseRun{"begun", refuse}), std::domain_error);
  RecordDatabase(folder.path() / "converted", "x", made_labels()).complete({});
  EXPECT_THROW(open(folder.path() / "converted"), OutputError);
  EXPECT_EQ(run_of_database(folder.path() / "converted"), "");
  folder.write("x", "no database, but long enough to be looked at by one that knows what it is, a hundred bytes or so");
  EXPECT_THROW(open(path), OutputError);
  EXPECT_EQ(run_of_database(path), "");
}

TEST(RecordDatabase, IsLeftAsItIsOnceItIsComplete) {
  const ScratchFolder folder;
  const std::string path = folder.path() / "x";
  open(path)->complete([](const TableSums& /*sums*/) { return "done"; });
  const std::string before = folder.read("x");
  std::string state;
  open(path, &state);
  EXPECT_EQ(state, "done");
  EXPECT_EQ(folder.read("x"), before);
}

TEST(RecordDatabase, LetsNobodyElseIn) {
  const ScratchFolder folder;
  const std::string path = folder.path() / "x";
  auto first = open(path);
  EXPECT_THROW(open(path), OutputError);
  EXPECT_THROW(discard_database(path, "x"), OutputError);
  go_on(*first, 60, 50);
  EXPECT_THROW(discard_database(path, "x"), OutputError);
  first = nullptr;
  discard_database(path, "x");
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
  folder.write("x", "no database at all, but more than the hundred bytes that one would have to begin with: one may go on");
  discard_database(path, "x");
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace boctach
