#ifndef BOCTACH_FORMATS_RECORD_SOURCES_H_
#define BOCTACH_FORMATS_RECORD_SOURCES_H_

#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/record.h"
#include "boctach/rule_set.h"

namespace boctach {

// Gives records that were written before, one after the other, in their order.
// InputError where something is no record, or has what the labels do not know:
// what is left out silently would be lost.
class RecordSource {
 public:
  RecordSource() = default;
  RecordSource(const RecordSource&) = delete;
  RecordSource& operator=(const RecordSource&) = delete;
  virtual ~RecordSource() = default;

  virtual std::optional<Record> next() = 0;
  // The labels of its records.
  [[nodiscard]] virtual const std::vector<RecordLabel>& labels() const = 0;
};

// One line of NDJSON. `place` is its name in messages.
Record record_from_json(std::string_view line, const std::vector<RecordLabel>& labels, const std::string& place);

// A file of records, plain or compressed with gzip, bzip2, xz, zstd or lz4,
// whatever its name says. InputError if it cannot be read, is damaged or cut off.
std::unique_ptr<std::istream> open_record_stream(const std::string& name);

// A stream of NDJSON; empty lines count as lines only.
std::unique_ptr<RecordSource> make_ndjson_record_source(std::unique_ptr<std::istream> input, std::string name,
                                                        std::vector<RecordLabel> labels);

// Files of NDJSON, one after the other, each opened when its turn comes.
std::unique_ptr<RecordSource> make_ndjson_record_source(std::vector<std::string> files, std::vector<RecordLabel> labels);

// A database that the SQLite output wrote; it says itself what its labels are.
// InputError if the run that wrote it did not come to its end.
std::unique_ptr<RecordSource> make_sqlite_record_source(const std::string& path);

// True if the file is a SQLite database.
bool is_sqlite_file(const std::string& path);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_RECORD_SOURCES_H_
