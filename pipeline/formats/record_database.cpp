#include "formats/record_database.h"

#include <fcntl.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "boctach/failure.h"
#include "formats/database_check.h"
#include "formats/durable_file.h"
#include "formats/record_sources.h"
#include "formats/sqlite_tables.h"
#include "text/messages.h"
#include "text/plain_letters.h"

namespace boctach {
namespace {

// Nobody else is to see the file before it is whole.
constexpr const char* settings = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32768;";
constexpr const char* careless = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;";
constexpr const char* careful = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;";
constexpr const char* journal_ending = "-journal";

void plain_function(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
  try {
    const std::string plain = plain_letters({bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
    sqlite3_result_text64(context, plain.data(), plain.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
}

// Is it a database of records, of a version that says which run wrote it?
bool has_table_run(const SqliteFile& database) {
  SqliteStatement known = database.prepare("PRAGMA application_id");
  return known.step() && known.number(0) == sqlite_application_id && database.has_table("run");
}

void insert_row(SqliteStatement& statement, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int parameter = static_cast<int>(i) + 1;
    if (const auto* text = std::get_if<std::string_view>(&row[i])) {
      statement.bind(parameter, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&row[i])) {
      statement.bind(parameter, *number);
    } else {
      statement.bind_null(parameter);
    }
  }
  statement.run();
}

}  // namespace

RecordDatabase::RecordDatabase(const std::string& path, std::string shown, const std::vector<RecordLabel>& labels)
    : RecordDatabase(path, std::move(shown), labels, Safety::None) {
  make({});
  prepare_inserts();
}

RecordDatabase::RecordDatabase(const std::string& path, std::string shown, const std::vector<RecordLabel>& labels, const DatabaseRun& run)
    : RecordDatabase(path, std::move(shown), labels, Safety::Resumes) {
  SqliteStatement tables = database_.prepare("SELECT count(*) FROM sqlite_schema");
  tables.step();
  const bool empty = tables.number(0) == 0;
  tables.reset();
  empty ? make(run) : take_up(run);
  prepare_inserts();
}

RecordDatabase::RecordDatabase(const std::string& path, std::string shown, const std::vector<RecordLabel>& labels, Safety safety)
    : path_(path),
      shown_(std::move(shown)),
      safety_(safety),
      tables_(make_record_tables(labels)),
      sums_(tables_.tables.size()),
      database_(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, [this](const std::string& why) { fail(why); }) {
  hold();
  database_.add_function("boctach_plain", plain_function);
}

void RecordDatabase::hold() const {
  bool held = false;
  try {
    held = database_.try_execute(std::string(settings) + (safety_ == Safety::Resumes ? careful : careless) + "BEGIN IMMEDIATE");
  } catch (const OutputError&) {
    std::error_code ignored;
    if (std::filesystem::file_size(path_, ignored) == 0) discard();
    throw;
  }
  if (!held) fail(say("another run writes into it"));
}

void RecordDatabase::make(const DatabaseRun& run) {
  try {
    database_.execute(sqlite_create(tables_));
    if (safety_ == Safety::None) return;
    database_.execute("CREATE TABLE unfinished (made TEXT NOT NULL)");
    SqliteStatement row = database_.prepare("INSERT INTO unfinished VALUES(?)");
    const std::string made = sqlite_create(tables_);
    row.bind(1, made);
    row.run();
    database_.execute("INSERT INTO run VALUES('')");
    commit(run.begun);
  } catch (const OutputError&) {
    discard();
    throw;
  }
}

void RecordDatabase::take_up(const DatabaseRun& run) {
  if (!has_table_run(database_)) fail(say("is another database"));
  SqliteStatement row = database_.prepare("SELECT manifest, (SELECT coalesce(max(article), 0) FROM articles) FROM run");
  if (!row.step() || row.text(0).empty()) fail(say("is another database"));
  if (run.check) run.check(row.text(0));
  size_ = row.number(1);
  if (!database_.has_table("unfinished")) return;
  SqliteStatement made = database_.prepare("SELECT made FROM unfinished");
  if (!made.step() || made.text(0) != sqlite_create(tables_)) fail(say("was begun with other labels"));
}

void RecordDatabase::prepare_inserts() {
  for (const Table& table : tables_.tables) {
    std::string places;
    for (std::size_t i = 0; i < table.columns.size(); ++i) places += i == 0 ? "?" : ",?";
    inserts_.push_back(database_.prepare("INSERT INTO " + sql_name(table.name) + " VALUES(" + places + ")"));
  }
}

void RecordDatabase::insert(const Record& record) {
  rows_.give(record, ++size_, [this](std::size_t table, const Row& row) {
    for (const Cell& cell : row) {
      const auto* text = std::get_if<std::string_view>(&cell);
      pending_ += text == nullptr ? sizeof(std::int64_t) : text->size();
    }
    insert_row(inserts_[table], row);
    if (safety_ == Safety::Resumes) add_to_sum(table, row);
  });
}

void RecordDatabase::add_to_sum(std::size_t table, const Row& row) {
  for (const Cell& cell : row) {
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
      row_bytes_.add(*text);
    } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
      row_bytes_.add(*number);
    } else {
      row_bytes_.add_null();
    }
  }
  row_bytes_.end_row(sums_[table]);
}

TableSums RecordDatabase::sums() const {
  TableSums sums;
  for (std::size_t i = 0; i < sums_.size(); ++i) sums.emplace(tables_.tables[i].name, sums_[i]);
  return sums;
}

void RecordDatabase::go_on_from(const TableSums& sums) {
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    const auto sum = sums.find(tables_.tables[i].name);
    if (sum == sums.end()) throw OutputError(say("{0}: was written by another version of the program", {shown_}));
    sums_[i] = sum->second;
  }
}

TableSums RecordDatabase::all_sums() const {
  TableSums all = sums();
  for (const std::string& table : tables_with_content(database_)) {
    if (all.count(table) == 0) all.emplace(table, sum_of(database_, table));
  }
  return all;
}

void RecordDatabase::write_state(std::string_view state) const {
  SqliteStatement row = database_.prepare("UPDATE run SET manifest = ?");
  row.bind(1, state);
  row.run();
}

void RecordDatabase::commit(std::string_view state) {
  if (safety_ == Safety::Resumes) write_state(state);
  // The first page is written by every commit, so that the count of changes in
  // it does not tell how often a run was cut off.
  database_.execute("PRAGMA user_version = " + std::to_string(sqlite_tables_version) + "; COMMIT; BEGIN IMMEDIATE");
  pending_ = 0;
}

void RecordDatabase::complete(const std::function<std::string(const TableSums& sums)>& state) {
  assert(pending_ == 0);
  inserts_.clear();
  if (safety_ == Safety::Resumes) database_.execute("DROP TABLE unfinished");
  database_.execute(sqlite_complete(tables_) + sqlite_fill_search());
  if (safety_ == Safety::Resumes) write_state(state(all_sums()));
  database_.execute("COMMIT");
  database_.close();
  if (safety_ == Safety::None) sync();
}

void RecordDatabase::discard() const {
  unlink(path_.c_str());
  unlink((path_ + journal_ending).c_str());
}

// SQLite was told not to.
void RecordDatabase::sync() const {
  const Descriptor file(open(path_.c_str(), O_RDWR | O_CLOEXEC));
  if (!file.is_open() || fsync(file.number()) != 0) fail(std::strerror(errno));
}

void RecordDatabase::fail(const std::string& why) const { throw OutputError(shown_ + ": " + why); }

std::string run_of_database(const std::string& path) {
  if (!is_sqlite_file(path)) return {};
  const SqliteFile database(path, SQLITE_OPEN_READONLY, [&](const std::string& why) { throw InputError(path + ": " + why); });
  if (!has_table_run(database)) return {};
  SqliteStatement row = database.prepare("SELECT manifest FROM run");
  return row.step() ? row.text(0) : std::string();
}

void discard_database(const std::string& path, const std::string& shown) {
  if (access(path.c_str(), F_OK) != 0) return;
  bool is_free = true;
  const auto fail = [&](const std::string& why) { throw OutputError(shown + ": " + why); };
  const SqliteFile database(path, SQLITE_OPEN_READWRITE, fail);
  try {
    is_free = database.try_execute("BEGIN IMMEDIATE");
  } catch (const OutputError&) {
    // No database, or a damaged one: nobody can hold it.
  }
  if (!is_free) fail(say("another run writes into it"));
  // In this order: a journal without its file is nothing, a file without its journal may be torn.
  unlink(path.c_str());
  unlink((path + journal_ending).c_str());
}

}  // namespace boctach
