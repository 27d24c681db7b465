#include "formats/sqlite.h"

#include <cstdlib>
#include <cstring>
#include <utility>

namespace boctach {

SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept
    : file_(other.file_), statement_(std::exchange(other.statement_, nullptr)) {}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(statement_); }

void SqliteStatement::bind_null(int parameter) {
  if (sqlite3_bind_null(statement_, parameter) != SQLITE_OK) file_->fail_now();
}

void SqliteStatement::bind(int parameter, std::int64_t number) {
  if (sqlite3_bind_int64(statement_, parameter, number) != SQLITE_OK) file_->fail_now();
}

void SqliteStatement::bind(int parameter, std::string_view text) {
  // A view of nothing may have no address, which would be NULL to SQLite.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  if (sqlite3_bind_text64(statement_, parameter, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK) file_->fail_now();
}

void SqliteStatement::run() {
  const int result = sqlite3_step(statement_);
  if (result != SQLITE_DONE && result != SQLITE_ROW) file_->fail_now();
  if (sqlite3_reset(statement_) != SQLITE_OK) file_->fail_now();
}

bool SqliteStatement::step() {
  const int result = sqlite3_step(statement_);
  if (result != SQLITE_DONE && result != SQLITE_ROW) file_->fail_now();
  return result == SQLITE_ROW;
}

void SqliteStatement::reset() { sqlite3_reset(statement_); }

bool SqliteStatement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

bool SqliteStatement::is_integer(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_INTEGER; }

std::int64_t SqliteStatement::number(int column) const { return sqlite3_column_int64(statement_, column); }

std::string SqliteStatement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

SqliteFile::SqliteFile(const std::string& path, int flags, Fail fail) : fail_(std::move(fail)) {
  // The destructor does not run when a constructor throws.
  if (sqlite3_open_v2(path.c_str(), &database_, flags, nullptr) == SQLITE_OK) return;
  const std::string reason = database_ == nullptr ? "out of memory" : sqlite3_errmsg(database_);
  sqlite3_close(std::exchange(database_, nullptr));
  fail_(reason);
  std::abort();
}

SqliteFile::~SqliteFile() { sqlite3_close(database_); }

void SqliteFile::execute(const std::string& sql) const {
  if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail_now();
}

bool SqliteFile::try_execute(const std::string& sql) const {
  const int result = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK && (result & 0xFF) != SQLITE_BUSY) fail_now();
  return result == SQLITE_OK;
}

bool SqliteFile::has_table(std::string_view name) const {
  SqliteStatement known = prepare("SELECT count(*) FROM sqlite_schema WHERE name = ?");
  known.bind(1, name);
  return known.step() && known.number(0) > 0;
}

SqliteStatement SqliteFile::prepare(const std::string& sql) const {
  sqlite3_stmt* statement = nullptr;
  const int result =
      sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (result != SQLITE_OK) fail_now();
  return {*this, statement};
}

void SqliteFile::add_function(const char* name, void (*function)(sqlite3_context*, int, sqlite3_value**)) const {
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
  if (sqlite3_create_function_v2(database_, name, 1, flags, nullptr, function, nullptr, nullptr, nullptr) != SQLITE_OK) fail_now();
}

void SqliteFile::close() {
  if (sqlite3_close(database_) != SQLITE_OK) fail_now();
  database_ = nullptr;
}

void SqliteFile::fail_now() const {
  std::string reason = sqlite3_errmsg(database_);
  const int code = sqlite3_errcode(database_) & 0xFF;
  const int system = sqlite3_system_errno(database_);
  if ((code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && system != 0) reason.append(": ").append(std::strerror(system));
  fail_(reason);
  std::abort();  // it must throw
}

std::string sql_name(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

}  // namespace boctach
