#include "formats/database_check.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <utility>

#include "boctach/failure.h"
#include "formats/record_sources.h"
#include "formats/sqlite_tables.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* schema = "sqlite_schema";
constexpr int most_findings = 20;  // of SQLite, which would go on to a hundred

// Rows were written in the order of the key. If it is not asked for, they may come in that of an index.
std::string key_of(const SqliteFile& database, const std::string& table) {
  if (table == schema) return "type, name";
  SqliteStatement columns = database.prepare("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk");
  columns.bind(1, table);
  std::string key;
  while (columns.step()) key += (key.empty() ? "" : ", ") + sql_name(columns.text(0));
  return key.empty() ? "rowid" : key;
}

class Check {
 public:
  explicit Check(const std::string& path)
      : path_(path), database_(path, SQLITE_OPEN_READONLY, [path](const std::string& why) { throw InputError(path + ": " + why); }) {}

  std::vector<std::string> run(const TableSums& wanted) {
    attempt([this] { check_pages(); });
    attempt([this] { check_parents(); });
    for (const auto& [table, sum] : wanted) {
      attempt([&, name = table, should_be = sum] { check_table(name, should_be); });
    }
    return std::move(wrong_);
  }

 private:
  // What SQLite cannot read is wrong, too.
  template <typename Step>
  void attempt(const Step& step) {
    try {
      step();
    } catch (const InputError& error) {
      if (wrong_.empty() || wrong_.back() != error.what()) wrong_.emplace_back(error.what());
    }
  }

  void check_pages() {
    SqliteStatement found = database_.prepare("PRAGMA integrity_check(" + std::to_string(most_findings) + ")");
    while (found.step()) {
      if (found.text(0) != "ok") wrong_.push_back(say("{0}: {1}", {path_, found.text(0)}));
    }
  }

  void check_parents() {
    std::map<std::pair<std::string, std::string>, std::size_t> orphans;
    SqliteStatement found = database_.prepare("PRAGMA foreign_key_check");
    while (found.step()) ++orphans[{found.text(0), found.text(2)}];
    for (const auto& [tables, count] : orphans) {
      wrong_.push_back(
          say("{0}: {1} rows of table '{2}' belong to no row of '{3}'", {path_, std::to_string(count), tables.first, tables.second}));
    }
  }

  void check_table(const std::string& table, const TableSum& wanted) {
    const TableSum sum = sum_of(database_, table);
    if (sum.rows != wanted.rows) {
      wrong_.push_back(say("{0}: table '{1}' has {2} rows, and {3} in the manifest",
                           {path_, table, std::to_string(sum.rows), std::to_string(wanted.rows)}));
    } else if (sum != wanted) {
      wrong_.push_back(say("{0}: the rows of table '{1}' are not those the manifest names", {path_, table}));
    }
  }

  std::string path_;
  SqliteFile database_;
  std::vector<std::string> wrong_;
};

}  // namespace

TableSum sum_of(const SqliteFile& database, const std::string& table) {
  // Where a table begins in the file is of no account: VACUUM moves it.
  const std::string columns = table == schema ? "type, name, tbl_name, sql" : "*";
  SqliteStatement rows = database.prepare("SELECT " + columns + " FROM " + sql_name(table) + " ORDER BY " + key_of(database, table));
  TableSum sum;
  RowBytes bytes;
  while (rows.step()) {
    for (int column = 0; column < rows.columns(); ++column) {
      if (rows.is_null(column)) {
        bytes.add_null();
      } else if (rows.is_integer(column)) {
        bytes.add(rows.number(column));
      } else {
        bytes.add(rows.text(column));
      }
    }
    bytes.end_row(sum);
  }
  return sum;
}

std::vector<std::string> tables_with_content(const SqliteFile& database) {
  std::vector<std::string> names{schema};
  SqliteStatement rows = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name <> 'run'");
  while (rows.step()) names.push_back(rows.text(0));
  return names;
}

// Told by the header alone: what is damaged behind it is still ours.
void refuse_other_files(const std::string& path) {
  constexpr std::size_t version_place = 60;
  constexpr std::size_t id_place = 68;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) throw InputError(say("{0}: {1}", {path, std::strerror(ENOENT)}));
  std::ifstream file(path, std::ios::binary);
  std::string header(id_place + sizeof(std::uint32_t), '\0');
  file.read(header.data(), static_cast<std::streamsize>(header.size()));
  const auto number_at = [&](std::size_t place) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) number = number << 8 | static_cast<unsigned char>(header[place + i]);
    return number;
  };
  if (!file || !is_sqlite_file(path) || number_at(id_place) != sqlite_application_id)
    throw InputError(say("{0}: is no database of records", {path}));
  if (number_at(version_place) != sqlite_tables_version)
    throw InputError(say("{0}: was written by another version of the program", {path}));
}

DatabaseState state_of_database(const std::string& path) {
  const SqliteFile database(path, SQLITE_OPEN_READONLY, [&](const std::string& why) { throw InputError(path + ": " + why); });
  DatabaseState state;
  state.unfinished = database.has_table("unfinished");
  SqliteStatement rows = database.prepare("SELECT manifest FROM run");
  state.has_run = rows.step();
  if (state.has_run) state.run = rows.text(0);
  return state;
}

std::vector<std::string> check_database(const std::string& path, const TableSums& wanted) {
  try {
    return Check(path).run(wanted);
  } catch (const InputError& error) {
    return {error.what()};
  }
}

}  // namespace boctach
