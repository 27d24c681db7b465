#ifndef BOCTACH_FORMATS_RECORD_DATABASE_H_
#define BOCTACH_FORMATS_RECORD_DATABASE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/record.h"
#include "boctach/rule_set.h"
#include "formats/record_rows.h"
#include "formats/record_tables.h"
#include "formats/sqlite.h"

namespace boctach {

// A SQLite database that records are written into, batch by batch. It stands
// aside until it is complete; the caller puts it in its place. Whatever fails
// is thrown as OutputError with the name `shown`.
class RecordDatabase {
 public:
  enum class Safety {
    None,    // a file that is thrown away if anything happens
    Resumes  // what was committed survives kill -9 and power loss
  };

  // Makes the database. One that stands there, was made with Safety::Resumes
  // for the same labels and was not completed is taken up behind its last
  // commit; anything else that stands there is an OutputError.
  RecordDatabase(const std::string& path, std::string shown, const std::vector<RecordLabel>& labels, Safety safety);

  // Records that are in it.
  [[nodiscard]] std::int64_t size() const { return size_; }
  // What the last commit said of itself; empty if there was none.
  [[nodiscard]] const std::string& state() const { return state_; }

  void insert(const Record& record);
  // Ends a batch: what was inserted since the last one is in the database with
  // `state`, all of it or nothing.
  void commit(std::string_view state);
  // Commits, makes indexes, views and the full-text index, closes the file and
  // puts it on the disk.
  void complete();

 private:
  void make();
  void take_up();
  void prepare_inserts();
  void sync() const;
  [[noreturn]] void fail(const std::string& why) const;

  std::string path_;
  std::string shown_;
  Safety safety_;
  RecordTables tables_;
  RecordRows rows_{tables_};
  SqliteFile database_;
  std::vector<SqliteStatement> inserts_;
  std::int64_t size_ = 0;
  std::string state_;
};

}  // namespace boctach

#endif  // BOCTACH_FORMATS_RECORD_DATABASE_H_
