#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "boctach/record_schema.h"
#include "boctach/sink.h"
#include "formats/made_records.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

// A database as strangers see it.
class Opened {
 public:
  explicit Opened(const std::string& path) {
    EXPECT_EQ(sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  ~Opened() { sqlite3_close(database_); }

  // Rows by lines, columns by '|'.
  std::string ask(const std::string& sql) {
    std::string answer;
    char* wrong = nullptr;
    const auto take = [](void* to, int count, char** values, char** /*names*/) {
      auto& text = *static_cast<std::string*>(to);
      for (int i = 0; i < count; ++i) text += std::string(i == 0 ? "" : "|") + (values[i] == nullptr ? "-" : values[i]);
      text += '\n';
      return 0;
    };
    if (sqlite3_exec(database_, sql.c_str(), take, &answer, &wrong) != SQLITE_OK) answer = wrong;
    sqlite3_free(wrong);
    return answer;
  }

 private:
  sqlite3* database_ = nullptr;
};

std::vector<RecordLabel> labels() {
  return {{"document", "documents", true, 1, {{"code", "string"}, {"type", "string"}, {"name", "string"}, {"number", "string"}}, {}},
          {"person", "people", true, 2, {{"name", "string"}, {"titles", "list"}}, {}},
          {"campaign", "campaigns", true, 3, {{"name", "string"}, {"kind", "string"}, {"period", "date"}}, {}}};
}

Item item(std::vector<std::pair<std::string, Value>> fields, std::size_t mentions) {
  return {std::move(fields), {}, std::vector<RecordMention>(mentions, {"x", "p/r", false, {}, {true, 1, 2, 3, 4, ""}})};
}

Record article(const std::string& id, const std::string& published, const std::string& title, const std::string& text) {
  Record record;
  record.id = id;
  record.published = published;
  record.title = title;
  record.text = text;
  record.rules = "xxh3:0";
  for (const RecordLabel& label : labels()) record.arrays.push_back({label.label, label.array, label.items, {}});
  return record;
}

std::string written(const ScratchFolder& folder, const std::vector<Record>& records, const std::vector<RecordLabel>& of) {
  const std::string path = folder.path() / "records.db";
  const auto sink = make_file_sink(path, {OutputFormat::Sqlite}, of);
  for (const Record& record : records) sink->write(record);
  EXPECT_FALSE(std::filesystem::exists(path));
  sink->finish();
  return path;
}

TEST(SqliteSink, FindsWordsAsSpelledAndWithoutMarks) {
  const ScratchFolder folder;
  Opened database(
      written(folder,
              {article("1", "2021-01-01", "Họp tại Đà Nẵng", "Ngày đầu tiên."), article("2", "2021-01-01", "Đa nàng, một quán nhỏ", "x"),
               article("3", "2021-01-01", "Tin ngắn", "Đoàn đến Đà\nNẵng và Huế."), article("4", "2021-01-01", "Danang by bus", "")},
              labels()));
  const auto found = [&](const std::string& words) { return database.ask("SELECT rowid FROM search WHERE search MATCH '" + words + "'"); };
  EXPECT_EQ(found("\"Đà Nẵng\""), "1\n3\n");
  EXPECT_EQ(found("\"đà nẵng\""), "1\n3\n");
  EXPECT_EQ(found("\"da nang\""), "1\n2\n3\n");
  EXPECT_EQ(found("\"Đa nàng\""), "2\n");
  EXPECT_EQ(found("\"Đá Nặng\""), "");
  EXPECT_EQ(found("title : \"Đà Nẵng\""), "1\n");
  EXPECT_EQ(found("danang"), "4\n");
  EXPECT_EQ(database.ask("SELECT snippet(search, 0, '<', '>', '', 9) FROM search WHERE search MATCH '\"Đà Nẵng\"' LIMIT 1"),
            "Họp tại <Đà Nẵng>\n");
  EXPECT_EQ(database.ask("SELECT a.id FROM search JOIN articles AS a ON a.article = search.rowid WHERE search MATCH 'hue'"), "3\n");
}

TEST(SqliteSink, AnswersTheFirstQuestions) {
  const ScratchFolder folder;
  Record one = article("1", "2021-01-05T08:00", "a", "");
  one.arrays[0].items_found = {
      item({{"code", std::string("1/KH")}, {"type", std::string("Kế hoạch")}, {"name", Value()}, {"number", Value()}}, 2)};
  one.arrays[1].items_found = {item({{"name", std::string("A")}, {"titles", std::vector<std::string>{"Bí thư", "Tỉnh ủy viên"}}}, 2),
                               item({{"name", std::string("B")}, {"titles", std::vector<std::string>()}}, 3)};
  one.arrays[2].items_found = {item({{"name", std::string("Dân vận khéo")}, {"kind", std::string("phong trào")}, {"period", Value()}}, 1),
                               item({{"name", std::string("Năm mới")}, {"kind", Value()}, {"period", std::string("2019/2020")}}, 1)};
  Record two = article("2", "2021-02-01", "b", "");
  two.arrays[0].items_found = one.arrays[0].items_found;
  two.arrays[1].items_found = {one.arrays[1].items_found[0]};
  two.arrays[2].items_found = {one.arrays[2].items_found[0]};
  Opened database(written(folder, {one, two}, labels()));
  EXPECT_EQ(database.ask("SELECT * FROM documents_by_type_and_month"), "Kế hoạch|2021-01|1|1\nKế hoạch|2021-02|1|1\n");
  EXPECT_EQ(database.ask("SELECT * FROM people_by_articles"), "A|2|4\nB|1|3\n");
  EXPECT_EQ(database.ask("SELECT * FROM campaigns_by_year"), "2019|-|Năm mới|1\n2021|phong trào|Dân vận khéo|2\n");
  EXPECT_EQ(database.ask("SELECT name, titles FROM people WHERE article = 1"), "A|Bí thư; Tỉnh ủy viên\nB|-\n");
  EXPECT_EQ(database.ask("SELECT position, value FROM people_titles WHERE article = 1"), "1|Bí thư\n2|Tỉnh ủy viên\n");
}

TEST(SqliteSink, HoldsTogether) {
  const ScratchFolder folder;
  RecordMaker maker(3);
  std::vector<Record> records;
  // More than one batch.
  for (std::size_t i = 0; i < 5000; ++i) records.push_back(maker.make(i));
  Opened database(written(folder, records, made_labels()));
  EXPECT_EQ(database.ask("PRAGMA foreign_key_check; PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(database.ask("SELECT count(*) FROM articles"), "5000\n");
  // A label that is called like a table of ours gets a name of its own.
  EXPECT_EQ(database.ask("SELECT count(*) > 1000 FROM search_"), "1\n");
  EXPECT_EQ(database.ask("SELECT name FROM pragma_table_info('search_')"), "article\nitem\nitem_\ntags\nselect\n");
  EXPECT_EQ(database.ask("SELECT count(*) > 1000 FROM search__tags"), "1\n");
  EXPECT_EQ(database.ask("SELECT array, shape FROM labels ORDER BY position"),
            "dates|mentions\npeople|items\nsearch|items\nbare|mentions\n");
}

TEST(SqliteSink, IsTheSameFileEveryTime) {
  const ScratchFolder one;
  const ScratchFolder two;
  for (const ScratchFolder* folder : {&one, &two}) {
    RecordMaker maker(5);
    written(*folder, {maker.make(0), maker.make(1), maker.make(2)}, made_labels());
  }
  EXPECT_EQ(one.read("records.db"), two.read("records.db"));
}

TEST(SqliteSink, LeavesNothingUnderItsNameUntilItIsFinished) {
  const ScratchFolder folder;
  const std::string path = folder.path() / "records.db";
  make_file_sink(path, {OutputFormat::Sqlite}, labels())->write(article("1", "2021", "a", ""));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
  folder.write("records.db", "old");
  EXPECT_THROW(make_file_sink(path, {OutputFormat::Sqlite}, labels()), OutputError);
  OutputOptions options{OutputFormat::Sqlite};
  options.force = true;
  make_file_sink(path, options, labels())->finish();
  EXPECT_EQ(folder.read("records.db").substr(0, 15), "SQLite format 3");
  EXPECT_THROW(make_file_sink("/dev/null", options, labels()), OutputError);
  EXPECT_THROW(make_file_sink(folder.path() / "none/records.db", options, labels()), OutputError);
}

}  // namespace
}  // namespace boctach
