#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "app/command.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "boctach/pipeline.h"
#include "boctach/sink.h"
#include "boctach/source.h"
#include "flow/batch.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach run INPUT... [options]\n"
    "Reads articles and writes one record for each, in input order. INPUT is a text file, a directory, an NDJSON\n"
    "file (*.jsonl, *.ndjson) or '-' for standard input. Without -o records go to standard output: NDJSON on a\n"
    "pipe, a readable view on a terminal.";

constexpr const char* examples =
    "  boctach run samples/articles                  a directory of articles, for reading\n"
    "  boctach run dump.jsonl -o records.jsonl       a crawl, into a file\n"
    "  boctach run - --labels dates <article.txt     one text, its dates only\n";

Options run_options() {
  Options options(usage, examples);
  options.add("rules", "DIR", "use the rules of this directory");
  options.add("output,o", "FILE", "write NDJSON into this file ('-': standard output)");
  options.add("force", "", "write over an existing file");
  options.add("labels", "LIST", "only these arrays: dates,documents,people,campaigns");
  options.add("offsets", "UNIT", "unit of start and end: codepoints (default), bytes or utf16");
  options.add("with-text", "", "put the cleaned text into the record");
  options.add("pretty", "", "the readable view, also on a pipe");
  options.add("json", "", "NDJSON, also on a terminal");
  options.add("field-id", "NAME", "key of the id in NDJSON input");
  options.add("field-title", "NAME", "key of the title");
  options.add("field-text", "NAME", "key of the text");
  options.add("field-published", "NAME", "key of the date of publication");
  options.add("quiet,q", "", "no summary");
  return options;
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    if (comma > at) parts.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return parts;
}

RecordOptions record_options(const Options& options) {
  RecordOptions made;
  made.with_text = options.has("with-text");
  made.labels = split(options.get("labels"));
  const std::string unit = options.has("offsets") ? options.get("offsets") : "codepoints";
  if (unit == "bytes") {
    made.offsets = OffsetUnit::Bytes;
  } else if (unit == "utf16") {
    made.offsets = OffsetUnit::Utf16;
  } else if (unit != "codepoints") {
    throw UsageError("--offsets takes codepoints, bytes or utf16, not '" + unit + "'");
  }
  return made;
}

void check_labels(const std::vector<std::string>& labels, const RuleSet& rules) {
  std::vector<std::string> known;
  for (const Pack& pack : rules.packs) {
    for (const RecordLabel& label : pack.records) {
      known.push_back(label.array);
      known.push_back(label.label);
    }
  }
  for (const std::string& label : labels) {
    if (std::find(known.begin(), known.end(), label) == known.end()) throw UsageError("no array '" + label + "' in these rules");
  }
}

FieldNames field_names(const Options& options) {
  FieldNames names;
  const auto set = [&](const std::string& option, std::vector<std::string>& field) {
    if (options.has(option)) field = {options.get(option)};
  };
  set("field-id", names.id);
  set("field-title", names.title);
  set("field-text", names.text);
  set("field-published", names.published);
  return names;
}

std::unique_ptr<Sink> make_sink(const Options& options) {
  if (options.has("pretty") && options.has("json")) throw UsageError("--pretty and --json exclude each other");
  if (options.has("output") && options.get("output") != "-") return make_ndjson_file_sink(options.get("output"), options.has("force"));
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  if (options.has("pretty") || (terminal && !options.has("json"))) return make_readable_sink(std::cout, terminal);
  return make_ndjson_sink(std::cout);
}

void summarise(const BatchSummary& summary) {
  std::cerr << "boctach: " << summary.in << " articles in, " << summary.ok << " ok, " << summary.error << " with errors";
  for (const auto& [array, count] : summary.found) std::cerr << "; " << array << " " << count;
  std::cerr << '\n';
}

}  // namespace

int run_command(const Arguments& arguments) {
  Options options = run_options();
  if (!options.parse(arguments)) return exit_done;
  if (options.inputs().empty()) throw UsageError("no input; '-' reads standard input");
  const RecordOptions wanted = record_options(options);
  Diagnostics diagnostics;
  const RuleSet rules = load_rules(find_rules(options.get("rules")), diagnostics);
  show(diagnostics);
  check_labels(wanted.labels, rules);
  Diagnostics compiling;
  const auto pipeline = Pipeline::make(rules, wanted, compiling);
  show(compiling);
  const auto source = open_source(options.inputs(), field_names(options), std::cin);
  const auto sink = make_sink(options);
  const BatchSummary summary = run_batch(*source, *pipeline, *sink);
  if (!options.has("quiet")) summarise(summary);
  return summary.error > 0 ? exit_look : exit_done;
}

}  // namespace boctach
