#ifndef BOCTACH_FORMATS_RECORD_DATABASE_H_
#define BOCTACH_FORMATS_RECORD_DATABASE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/record.h"
#include "boctach/rule_set.h"
#include "formats/record_rows.h"
#include "formats/record_tables.h"
#include "formats/sqlite.h"
#include "formats/table_sums.h"

namespace boctach {

// What a run says of itself in the database that it writes, as text.
struct DatabaseRun {
  std::string begun;                                    // of a run that begins
  std::function<void(const std::string& state)> check;  // is shown what was said last before a run is taken up; may throw
};

// A SQLite database that records are written into, batch by batch. It stands
// aside until it is complete; the caller puts it in its place. Whatever fails
// is thrown as OutputError with the name `shown`.
class RecordDatabase {
 public:
  // Makes the database, a file that is thrown away if anything happens.
  RecordDatabase(const std::string& path, std::string shown, const std::vector<RecordLabel>& labels);
  // Makes a database whose commits survive kill -9 and power loss, or takes up
  // one that was made so for the same labels, behind its last commit; one that
  // was completed is left as it is. Holds it against others. Anything else that
  // stands there is an OutputError.
  RecordDatabase(const std::string& path, std::string shown, const std::vector<RecordLabel>& labels, const DatabaseRun& run);

  // Records that are in it.
  [[nodiscard]] std::int64_t size() const { return size_; }
  // Bytes of what was inserted since the last commit.
  [[nodiscard]] std::size_t pending() const { return pending_; }
  // What its tables came to; those of a run that was taken up go on from what they were.
  [[nodiscard]] TableSums sums() const;
  void go_on_from(const TableSums& sums);

  void insert(const Record& record);
  // Ends a batch: what was inserted since the last one is in the database with
  // `state`, all of it or nothing.
  void commit(std::string_view state);
  // Behind the last commit: makes indexes, views and the full-text index,
  // closes the file and puts it on the disk. `state` is shown what all tables
  // came to; nobody asks where no run is kept.
  void complete(const std::function<std::string(const TableSums& sums)>& state);
  // Nothing is left of it under its name.
  void discard() const;

 private:
  enum class Safety { None, Resumes };

  RecordDatabase(const std::string& path, std::string shown, const std::vector<RecordLabel>& labels, Safety safety);
  void hold() const;
  void make(const DatabaseRun& run);
  void take_up(const DatabaseRun& run);
  void write_state(std::string_view state) const;
  void prepare_inserts();
  void add_to_sum(std::size_t table, const Row& row);
  [[nodiscard]] TableSums all_sums() const;
  void sync() const;
  [[noreturn]] void fail(const std::string& why) const;

  std::string path_;
  std::string shown_;
  Safety safety_;
  RecordTables tables_;
  RecordRows rows_{tables_};
  std::vector<TableSum> sums_;  // by table
  RowBytes row_bytes_;
  SqliteFile database_;
  std::vector<SqliteStatement> inserts_;
  std::int64_t size_ = 0;
  std::size_t pending_ = 0;
};

// What the run that made a database says of itself; empty if the file is not
// such a database, or one that no run made. InputError if it cannot be read.
std::string run_of_database(const std::string& path);

// Removes a database that was begun, or what stands in its place. OutputError
// with the name `shown` if somebody writes into it.
void discard_database(const std::string& path, const std::string& shown);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_RECORD_DATABASE_H_
