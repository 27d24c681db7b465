#include "app/output_options.h"

#include <unistd.h>

#include <iostream>

#include "text/messages.h"

namespace boctach {
namespace {

OutputFormat format_named(const std::string& name) {
  if (name == "ndjson") return OutputFormat::Ndjson;
  if (name == "csv") return OutputFormat::Csv;
  if (name == "sqlite") return OutputFormat::Sqlite;
  throw UsageError(say("--format takes ndjson, csv or sqlite, not '{0}'", {name}));
}

OutputCompression compression_named(const std::string& name) {
  if (name == "gzip") return OutputCompression::Gzip;
  if (name == "zstd") return OutputCompression::Zstd;
  if (name == "none") return OutputCompression::None;
  throw UsageError(say("--compress takes gzip, zstd or none, not '{0}'", {name}));
}

}  // namespace

void add_output_options(Options& options) {
  options.add("force", "", "write over an existing file, or begin a run again");
  options.add("format", "ndjson|csv|sqlite", "what is written (default: as the name of the output says)");
  options.add("compress", "gzip|zstd|none", "compress NDJSON or CSV (default: as the name of the output says)");
  options.add("csv-bom", "", "begin CSV files with a byte order mark, for spreadsheets that guess the encoding");
  options.add("csv-safe", "", "a ' before CSV cells that a spreadsheet would take for a formula");
}

OutputOptions output_options(const Options& options, const std::string& path) {
  OutputOptions made;
  made.format = options.has("format") ? format_named(options.get("format")) : format_of_name(path);
  made.compression = options.has("compress") ? compression_named(options.get("compress")) : compression_of_name(path);
  made.force = options.has("force");
  made.csv_bom = options.has("csv-bom");
  made.csv_safe = options.has("csv-safe");
  if (path == "-" && made.format != OutputFormat::Ndjson) throw UsageError("CSV and SQLite want a name to be written to (-o)");
  if (made.format == OutputFormat::Sqlite && made.compression != OutputCompression::None)
    throw UsageError("a SQLite database is not compressed");
  if (made.format != OutputFormat::Csv && (made.csv_bom || made.csv_safe)) throw UsageError("--csv-bom and --csv-safe are for CSV");
  return made;
}

std::unique_ptr<Sink> open_sink(const Options& options, const std::vector<RecordLabel>& labels) {
  if (options.has("pretty") && options.has("json")) throw UsageError("--pretty and --json exclude each other");
  const std::string name = options.has("output") ? options.get("output") : "-";
  const OutputOptions wanted = output_options(options, name);
  if (name != "-") return make_file_sink(name, wanted, labels);
  if (wanted.compression != OutputCompression::None) return make_ndjson_sink(std::cout, wanted.compression);
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  if (options.has("pretty") || (terminal && !options.has("json"))) return make_readable_sink(std::cout, terminal);
  return make_ndjson_sink(std::cout);
}

}  // namespace boctach
