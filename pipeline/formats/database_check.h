#ifndef BOCTACH_FORMATS_DATABASE_CHECK_H_
#define BOCTACH_FORMATS_DATABASE_CHECK_H_

#include <string>
#include <vector>

#include "formats/sqlite.h"
#include "formats/table_sums.h"

namespace boctach {

// Of the rows of a table as they are read back. The tables there are, and how
// they were made, are the rows of sqlite_schema.
TableSum sum_of(const SqliteFile& database, const std::string& table);

// The tables that hold anything but what is said of the run, whoever made them, and sqlite_schema.
std::vector<std::string> tables_with_content(const SqliteFile& database);

// InputError if the file is no database of records, or one of another version.
void refuse_other_files(const std::string& path);

// What a database of records says of itself. InputError if that cannot be read.
struct DatabaseState {
  bool unfinished = false;
  bool has_run = false;  // false: `convert` or another output wrote it
  std::string run;       // the manifest
};
DatabaseState state_of_database(const std::string& path);

// What is wrong with a database of records, a line each: what SQLite finds in
// its pages and indexes, rows that belong to no other, and tables that are not
// what `wanted` says. Reads all of it.
std::vector<std::string> check_database(const std::string& path, const TableSums& wanted);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_DATABASE_CHECK_H_
