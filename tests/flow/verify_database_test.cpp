#include "flow/verify_database.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "boctach/sink.h"
#include "flow/run_database.h"
#include "flow/run_files.h"
#include "formats/database_check.h"
#include "formats/made_records.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

using State = VerifiedDatabase::State;

void execute(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  sqlite3_open(path.c_str(), &database);
  ASSERT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sql << ": " << sqlite3_errmsg(database);
  sqlite3_close(database);
}

// All that stands in the tables, and in that of the run.
TableSums content_of(const std::string& path) {
  const SqliteFile database(path, SQLITE_OPEN_READONLY, [](const std::string& why) { throw InputError(why); });
  TableSums sums{{"run", sum_of(database, "run")}};
  for (const std::string& table : tables_with_content(database)) sums.emplace(table, sum_of(database, table));
  return sums;
}

class VerifyDatabaseTest : public testing::Test {
 protected:
  static constexpr std::size_t all = 150;

  [[nodiscard]] std::string path() const { return folder_.path() / "r.db"; }

  // Goes on from where the database stands up to `end`; finishes only behind all.
  void write(std::size_t end = all) const {
    RunDatabase database(path(), {"1.0", "xxh3:1", {}, {}}, made_labels(), 4000, false);
    RecordMaker maker(11);
    RunCounts counts;
    for (std::size_t i = 1; i <= end; ++i) {
      const Record record = maker.make(i);
      counts.add(counts_of(record));
      if (i > database.place().articles) database.write(record, {i, i, {}});
    }
    if (end == all) database.finish(counts);
  }

  // What is wrong once `sql` has been run; the database is whole again behind it.
  [[nodiscard]] std::vector<std::string> wrong_after(const std::string& sql) const {
    const std::string damaged = folder_.path() / "damaged.db";
    std::filesystem::copy_file(path(), damaged, std::filesystem::copy_options::overwrite_existing);
    execute(damaged, sql);
    std::vector<std::string> wrong = verify_database(damaged).wrong;
    for (std::string& line : wrong) line = line.substr(damaged.size() + 2);
    return wrong;
  }

  ScratchFolder folder_;
};

TEST_F(VerifyDatabaseTest, FindsNothingWrongHoweverOftenTheRunWasCutOff) {
  for (const std::size_t end : {std::size_t{3}, std::size_t{60}, std::size_t{61}, all}) write(end);
  const VerifiedDatabase verified = verify_database(path());
  EXPECT_EQ(verified.state, State::Whole);
  EXPECT_EQ(verified.wrong, std::vector<std::string>());
  EXPECT_EQ(verified.manifest.counts.in, all);
  EXPECT_EQ(verified.manifest.tables, [&] {
    TableSums content = content_of(path());
    content.erase("run");
    return content;
  }());
}

TEST_F(VerifyDatabaseTest, NamesTheTablesThatAreNotWhatTheyWere) {
  using Lines = std::vector<std::string>;
  write();
  EXPECT_EQ(wrong_after("VACUUM"), Lines());
  EXPECT_EQ(wrong_after("UPDATE dates SET value = 'x' WHERE article = (SELECT max(article) FROM dates)"),
            Lines{"the rows of table 'dates' are not those the manifest names"});
  EXPECT_EQ(wrong_after("UPDATE articles SET title = NULL WHERE title = (SELECT max(title) FROM articles)"),
            Lines{"the rows of table 'articles' are not those the manifest names"});
  EXPECT_EQ(wrong_after("UPDATE labels SET label = 'data' WHERE position = 1"),
            Lines{"the rows of table 'labels' are not those the manifest names"});
  EXPECT_EQ(wrong_after("UPDATE search_docsize SET sz = x'00' WHERE id = (SELECT max(id) FROM search_docsize)"),
            Lines{"the rows of table 'search_docsize' are not those the manifest names"});
  EXPECT_EQ(wrong_after("DROP INDEX articles_by_id").size(), 1U);
  const Lines gone = wrong_after("DELETE FROM articles WHERE article = 5");
  ASSERT_GE(gone.size(), 2U);
  EXPECT_NE(gone.front().find("belong to no row of 'articles'"), std::string::npos) << gone.front();
  EXPECT_EQ(gone.back(), "table 'articles' has 149 rows, and 150 in the manifest");
}

TEST_F(VerifyDatabaseTest, NamesADamagedManifest) {
  write();
  EXPECT_EQ(wrong_after("UPDATE run SET manifest = substr(manifest, 1, length(manifest) - 1)").front(),
            "the manifest of its run is damaged");
  EXPECT_EQ(wrong_after("UPDATE run SET manifest = manifest || '{}'").front(), "the manifest of its run is damaged");
  EXPECT_EQ(wrong_after("UPDATE run SET manifest = replace(manifest, '1.0', '1.1')").size(), 1U);
  EXPECT_EQ(wrong_after("DROP TABLE run").size(), 1U);
}

// Wherever a bit is flipped: it is named, or it is in space SQLite makes no use of.
TEST_F(VerifyDatabaseTest, NoticesFlippedBits) {
  write();
  const std::string whole = folder_.read("r.db");
  const TableSums content = content_of(path());
  std::mt19937 random(3);
  int named = 0;
  for (int i = 0; i < 150; ++i) {
    std::string bytes = whole;
    const std::size_t place = random() % bytes.size();
    bytes[place] = static_cast<char>(bytes[place] ^ (1 << random() % 8));
    const std::string damaged = folder_.write("damaged.db", bytes);
    try {
      if (verify_database(damaged).wrong.empty()) {
        EXPECT_EQ(content_of(damaged), content) << "byte " << place;
      } else {
        ++named;
      }
    } catch (const InputError&) {
      EXPECT_LT(place, 100U) << "only what the header says makes it another file";
    }
  }
  EXPECT_GT(named, 75);
}

TEST_F(VerifyDatabaseTest, KnowsWhatIsNotFinished) {
  write(80);
  EXPECT_EQ(verify_database(path()).state, State::Unfinished);
  EXPECT_EQ(verify_database(path() + ".partial").state, State::Unfinished);
  std::filesystem::rename(path() + ".partial", path());
  EXPECT_EQ(verify_database(path()).state, State::Unfinished);
}

TEST_F(VerifyDatabaseTest, KnowsWhatNoRunWrote) {
  const auto sink = make_file_sink(path(), {OutputFormat::Sqlite}, made_labels());
  RecordMaker maker(11);
  sink->write(maker.make(1));
  sink->finish();
  const VerifiedDatabase verified = verify_database(path());
  EXPECT_EQ(verified.state, State::OfNoRun);
  EXPECT_EQ(verified.wrong, std::vector<std::string>());
  for (const std::string& line : wrong_after("DELETE FROM articles"))
    EXPECT_NE(line.find("belong to no row of 'articles'"), std::string::npos);
  EXPECT_FALSE(wrong_after("DELETE FROM articles").empty());
}

TEST_F(VerifyDatabaseTest, RefusesOtherFiles) {
  EXPECT_THROW(verify_database(path()), InputError);
  folder_.write("r.db", "text");
  EXPECT_THROW(verify_database(path()), InputError);
  EXPECT_THROW(verify_database(folder_.write("text.partial", "text")), InputError);
  std::filesystem::remove(path());
  execute(path(), "CREATE TABLE run(manifest)");
  EXPECT_THROW(verify_database(path()), InputError);
  std::filesystem::remove(path());
  write();
  execute(path(), "PRAGMA user_version = 99");
  EXPECT_THROW(verify_database(path()), InputError);
}

}  // namespace
}  // namespace boctach
