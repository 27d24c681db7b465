#ifndef BOCTACH_FORMATS_TABLE_SINKS_H_
#define BOCTACH_FORMATS_TABLE_SINKS_H_

#include <memory>
#include <string>
#include <vector>

#include "boctach/sink.h"

namespace boctach {

// A directory of CSV files (RFC 4180), one a table: TABLE.csv, compressed TABLE.csv.gz.
// A cell that holds nothing is empty, an empty text is "".
std::unique_ptr<Sink> make_csv_sink(const std::string& directory, const OutputOptions& options, const std::vector<RecordLabel>& labels);

// A SQLite database with the same tables.
std::unique_ptr<Sink> make_sqlite_sink(const std::string& path, bool force, const std::vector<RecordLabel>& labels);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_TABLE_SINKS_H_
