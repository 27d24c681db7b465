#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "app/command.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "app/output_options.h"
#include "boctach/failure.h"
#include "boctach/record_schema.h"
#include "boctach/sink.h"
#include "flow/run_files.h"
#include "formats/record_sources.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach convert IN OUT [options]\n"
    "Writes records as something else: NDJSON (*.jsonl, also *.gz, *.zst), CSV (*.csv, a directory with a table a label) or\n"
    "SQLite (*.db). IN is NDJSON that run has written, a directory of its parts, such a database, or '-' for standard input.\n"
    "What was written by the same rules comes back byte for byte, but from CSV nothing is read.";

constexpr const char* examples =
    "  boctach convert records.jsonl records.db          for sqlite3, and for search\n"
    "  boctach convert records.jsonl records.csv         for spreadsheets: records.csv/articles.csv, records.csv/dates.csv, ...\n"
    "  boctach convert records/ records.jsonl.zst        a run in parts, complete, as one file\n"
    "  boctach convert records.db - | jq .people         back again\n";

std::unique_ptr<RecordSource> open_records(const std::string& name, const Options& options) {
  if (name != "-" && is_sqlite_file(name)) return make_sqlite_record_source(name);
  Diagnostics diagnostics;
  const RuleSet rules = load_rules(find_rules(options.all("rules")), diagnostics);
  show(diagnostics);
  if (name == "-") return make_ndjson_record_source(std::make_unique<std::istream>(std::cin.rdbuf()), "<stdin>", record_labels(rules));
  if (std::filesystem::is_directory(name)) {
    if (!std::filesystem::exists(std::filesystem::path(name) / manifest_name))
      throw InputError(say("{0}: is a directory, not a file of records", {name}));
    return make_ndjson_record_source(records_of_run(name), record_labels(rules));
  }
  return make_ndjson_record_source(open_record_stream(name), name, record_labels(rules));
}

}  // namespace

int convert_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add_many("rules", "DIR", "the rules that NDJSON records were made with, if they are not the built-in ones");
  add_output_options(options);
  options.add("quiet,q", "", "no summary");
  if (!options.parse(arguments)) return exit_done;
  const std::vector<std::string> names = options.inputs();
  if (names.size() != 2) throw UsageError("convert wants two names: the records there are, and what is to be written");
  const OutputOptions wanted = output_options(options, names[1]);
  std::error_code error;
  if (names[0] != "-" && std::filesystem::equivalent(names[0], names[1], error)) {
    throw UsageError(say("{0} is read; write to another name", {names[1]}));
  }
  const auto records = open_records(names[0], options);
  const auto sink = names[1] == "-" ? make_ndjson_sink(std::cout, wanted.compression) : make_file_sink(names[1], wanted, records->labels());
  std::size_t count = 0;
  for (; std::optional<Record> record = records->next(); ++count) sink->write(*record);
  sink->finish();
  if (!options.has("quiet")) std::cerr << say("boctach: {0} records", {std::to_string(count)}) << '\n';
  return exit_done;
}

}  // namespace boctach
