#include "formats/record_database.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "boctach/failure.h"
#include "formats/sqlite_tables.h"
#include "text/messages.h"
#include "text/plain_letters.h"

namespace boctach {
namespace {

// Nobody else is to see the file before it is whole.
constexpr const char* settings = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32768;";
constexpr const char* careless = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;";
constexpr const char* careful = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;";

void plain_function(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
  try {
    const std::string plain = plain_letters({bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
    sqlite3_result_text64(context, plain.data(), plain.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
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

RecordDatabase::RecordDatabase(const std::string& path, std::string shown, const std::vector<RecordLabel>& labels, Safety safety)
    : path_(path),
      shown_(std::move(shown)),
      safety_(safety),
      tables_(make_record_tables(labels)),
      database_(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, [this](const std::string& why) { fail(why); }) {
  database_.execute(settings);
  database_.execute(safety_ == Safety::Resumes ? careful : careless);
  database_.add_function("boctach_plain", plain_function);
  SqliteStatement tables = database_.prepare("SELECT count(*) FROM sqlite_schema");
  tables.step();
  const bool empty = tables.number(0) == 0;
  tables.reset();
  database_.execute("BEGIN IMMEDIATE");
  empty ? make() : take_up();
  prepare_inserts();
}

void RecordDatabase::make() {
  database_.execute(sqlite_create(tables_));
  if (safety_ == Safety::None) return;
  database_.execute("CREATE TABLE unfinished (made TEXT NOT NULL, state TEXT NOT NULL)");
  SqliteStatement row = database_.prepare("INSERT INTO unfinished VALUES(?, '')");
  const std::string made = sqlite_create(tables_);
  row.bind(1, made);
  row.run();
  database_.execute("COMMIT; BEGIN IMMEDIATE");
}

void RecordDatabase::take_up() {
  SqliteStatement known = database_.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'unfinished'");
  known.step();
  if (known.number(0) == 0) fail(say("is another database"));
  SqliteStatement row = database_.prepare("SELECT made, state, (SELECT coalesce(max(article), 0) FROM articles) FROM unfinished");
  if (!row.step() || row.text(0) != sqlite_create(tables_)) fail(say("was begun with other labels"));
  state_ = row.text(1);
  size_ = row.number(2);
}

void RecordDatabase::prepare_inserts() {
  for (const Table& table : tables_.tables) {
    std::string places;
    for (std::size_t i = 0; i < table.columns.size(); ++i) places += i == 0 ? "?" : ",?";
    inserts_.push_back(database_.prepare("INSERT INTO " + sql_name(table.name) + " VALUES(" + places + ")"));
  }
}

void RecordDatabase::insert(const Record& record) {
  rows_.give(record, ++size_, [this](std::size_t table, const Row& row) { insert_row(inserts_[table], row); });
}

void RecordDatabase::commit(std::string_view state) {
  if (safety_ == Safety::Resumes) {
    SqliteStatement row = database_.prepare("UPDATE unfinished SET state = ?");
    row.bind(1, state);
    row.run();
  }
  database_.execute("COMMIT; BEGIN IMMEDIATE");
  state_ = state;
}

void RecordDatabase::complete() {
  inserts_.clear();
  database_.execute("COMMIT; BEGIN IMMEDIATE");
  if (safety_ == Safety::Resumes) database_.execute("DROP TABLE unfinished");
  database_.execute(sqlite_complete(tables_) + sqlite_fill_search());
  database_.execute("COMMIT");
  database_.close();
  if (safety_ == Safety::None) sync();
}

// SQLite was told not to.
void RecordDatabase::sync() const {
  const int file = open(path_.c_str(), O_RDWR | O_CLOEXEC);
  const bool synced = file >= 0 && fsync(file) == 0;
  const int why = errno;
  if (file >= 0) close(file);
  if (!synced) fail(std::strerror(why));
}

void RecordDatabase::fail(const std::string& why) const { throw OutputError(shown_ + ": " + why); }

}  // namespace boctach
