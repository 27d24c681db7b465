#ifndef BOCTACH_SINK_H_
#define BOCTACH_SINK_H_

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "boctach/record.h"
#include "boctach/rule_set.h"

namespace boctach {

// Takes records, one after the other, and finishes.
class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;

  virtual void write(const Record& record) = 0;
  // Everything is handed to the system, or OutputError is thrown. A sink that
  // is destroyed unfinished leaves nothing under its final name.
  virtual void finish() = 0;
};

enum class OutputFormat { Ndjson, Csv, Sqlite };
enum class OutputCompression { None, Gzip, Zstd };

struct OutputOptions {
  OutputFormat format = OutputFormat::Ndjson;
  OutputCompression compression = OutputCompression::None;  // of NDJSON and CSV
  bool force = false;                                       // write over what is there
  bool csv_bom = false;                                     // a byte order mark first, for spreadsheets that guess encodings
  bool csv_safe = false;                                    // a ' before cells that a spreadsheet would take for a formula
};

// What a name asks for: *.csv, *.db, *.sqlite, *.sqlite3, anything else is
// NDJSON; a *.gz or *.zst behind it is compressed.
OutputFormat format_of_name(const std::string& path);
OutputCompression compression_of_name(const std::string& path);

// Records into a file (of CSV: a directory of files, one a table), written
// aside and renamed by finish(). What is there already is refused (OutputError)
// unless forced; a device or pipe takes NDJSON as it comes. `labels` are those
// of the records (record_labels()); NDJSON does without.
std::unique_ptr<Sink> make_file_sink(const std::string& path, const OutputOptions& options, const std::vector<RecordLabel>& labels);

// One JSON object a line, keys in fixed order, no line feed inside.
std::string to_json(const Record& record);

// NDJSON into a stream, which must outlive the sink.
std::unique_ptr<Sink> make_ndjson_sink(std::ostream& output, OutputCompression compression = OutputCompression::None);

// NDJSON into a file, as make_file_sink() does it.
std::unique_ptr<Sink> make_ndjson_file_sink(const std::string& path, bool force, OutputCompression compression = OutputCompression::None);

// The readable view. `colour` adds ANSI colours.
std::unique_ptr<Sink> make_readable_sink(std::ostream& output, bool colour);

}  // namespace boctach

#endif  // BOCTACH_SINK_H_
