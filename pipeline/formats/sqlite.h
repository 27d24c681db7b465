#ifndef BOCTACH_FORMATS_SQLITE_H_
#define BOCTACH_FORMATS_SQLITE_H_

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace boctach {

// A prepared statement of a SqliteFile, which must outlive it.
class SqliteStatement {
 public:
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;
  SqliteStatement(SqliteStatement&& other) noexcept;
  SqliteStatement& operator=(SqliteStatement&&) = delete;
  ~SqliteStatement();

  // Parameters count from 1. A text must live until the next run or step.
  void bind_null(int parameter);
  void bind(int parameter, std::int64_t number);
  void bind(int parameter, std::string_view text);
  // Of a statement that gives no rows: runs it once, to be bound anew.
  void run();
  // The next row; false if there is none.
  bool step();
  // Lets go of the rows that are left.
  void reset();

  // Columns count from 0.
  [[nodiscard]] int columns() const { return sqlite3_column_count(statement_); }
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] bool is_integer(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::string text(int column) const;

 private:
  friend class SqliteFile;
  SqliteStatement(const class SqliteFile& file, sqlite3_stmt* statement) : file_(&file), statement_(statement) {}

  const class SqliteFile* file_;
  sqlite3_stmt* statement_;
};

// An open database. Whatever fails goes to `fail` with the reason, which must throw.
class SqliteFile {
 public:
  using Fail = std::function<void(const std::string& reason)>;

  SqliteFile(const std::string& path, int flags, Fail fail);
  SqliteFile(const SqliteFile&) = delete;
  SqliteFile& operator=(const SqliteFile&) = delete;
  ~SqliteFile();

  void execute(const std::string& sql) const;
  // False if somebody else holds the database; what else fails is thrown.
  [[nodiscard]] bool try_execute(const std::string& sql) const;
  [[nodiscard]] bool has_table(std::string_view name) const;
  [[nodiscard]] SqliteStatement prepare(const std::string& sql) const;
  // A function of one text for SQL, which gives a text.
  void add_function(const char* name, void (*function)(sqlite3_context*, int, sqlite3_value**)) const;
  void close();
  // Throws what went wrong last.
  [[noreturn]] void fail_now() const;

 private:
  sqlite3* database_ = nullptr;
  Fail fail_;
};

// "name", fit for SQL.
std::string sql_name(std::string_view name);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_SQLITE_H_
