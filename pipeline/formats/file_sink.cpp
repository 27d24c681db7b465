#include <string_view>

#include "boctach/sink.h"
#include "formats/table_sinks.h"

namespace boctach {
namespace {

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

OutputCompression compression_of_name(const std::string& path) {
  if (ends_with_any(path, {".gz"})) return OutputCompression::Gzip;
  return ends_with_any(path, {".zst"}) ? OutputCompression::Zstd : OutputCompression::None;
}

OutputFormat format_of_name(const std::string& path) {
  std::string_view name = path;
  while (name.size() > 1 && name.ends_with('/')) name.remove_suffix(1);
  if (ends_with_any(name, {".csv", ".csv.gz", ".csv.zst"})) return OutputFormat::Csv;
  return ends_with_any(name, {".db", ".sqlite", ".sqlite3"}) ? OutputFormat::Sqlite : OutputFormat::Ndjson;
}

std::unique_ptr<Sink> make_file_sink(const std::string& path, const OutputOptions& options, const std::vector<RecordLabel>& labels) {
  switch (options.format) {
    case OutputFormat::Csv:
      return make_csv_sink(path, options, labels);
    case OutputFormat::Sqlite:
      return make_sqlite_sink(path, options.force, labels);
    case OutputFormat::Ndjson:
      break;
  }
  return make_ndjson_file_sink(path, options.force, options.compression);
}

}  // namespace boctach
