#include <unistd.h>

#include <charconv>
#include <cstddef>
#include <iostream>
#include <memory>
#include <string>

#include "app/article_options.h"
#include "app/command.h"
#include "app/input_options.h"
#include "app/options.h"
#include "boctach/sink.h"
#include "boctach/source.h"
#include "flow/batch.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach run INPUT... [options]\n"
    "Reads articles and writes one record for each, in input order. INPUT is a text (*.txt),\n"
    "NDJSON (*.jsonl, *.ndjson), a table (*.csv, *.tsv), each compressed or not; an archive (zip, tar) or a directory of\n"
    "these; a SQLite database; or '-' for standard input. Without -o records go to standard output: NDJSON on a\n"
    "pipe, a readable view on a terminal.";

constexpr const char* examples =
    "  boctach run samples/articles                  a directory of articles, for reading\n"
    "  boctach run dump.jsonl -o records.jsonl       a crawl, into a file\n"
    "  boctach run - --labels dates <article.txt     one text, its dates only\n";

constexpr std::size_t most_threads = 256;

Options run_options() {
  Options options(usage, examples);
  options.add("output,o", "FILE", "write NDJSON into this file ('-': standard output)");
  options.add("force", "", "write over an existing file");
  add_article_options(options);
  add_list_options(options);
  options.add("jobs,j", "N", "work on N articles at once (default 1); the records are the same");
  options.add("pretty", "", "the readable view, also on a pipe");
  options.add("json", "", "NDJSON, also on a terminal");
  options.add("quiet,q", "", "no summary");
  return options;
}

std::unique_ptr<Sink> make_sink(const Options& options) {
  if (options.has("pretty") && options.has("json")) throw UsageError("--pretty and --json exclude each other");
  if (options.has("output") && options.get("output") != "-") return make_ndjson_file_sink(options.get("output"), options.has("force"));
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  if (options.has("pretty") || (terminal && !options.has("json"))) return make_readable_sink(std::cout, terminal);
  return make_ndjson_sink(std::cout);
}

std::size_t thread_count(const Options& options) {
  if (!options.has("jobs")) return 1;
  const std::string written = options.get("jobs");
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), count);
  if (error != std::errc{} || end != written.data() + written.size() || count < 1 || count > most_threads) {
    throw UsageError(say("--jobs takes a number from 1 to {0}, not '{1}'", {std::to_string(most_threads), written}));
  }
  return count;
}

void summarise(const BatchSummary& summary, const RuleSet& rules) {
  std::cerr << "boctach: "
            << say("{0} articles in, {1} ok, {2} with errors",
                   {std::to_string(summary.in), std::to_string(summary.ok), std::to_string(summary.error)});
  for (const auto& [array, count] : summary.found) std::cerr << "; " << array << " " << count;
  std::cerr << '\n' << say("rules:");
  for (const std::string& directory : rules.directories) std::cerr << ' ' << directory;
  std::cerr << " (" << rules.hash << ")\n";
}

}  // namespace

int run_command(const Arguments& arguments) {
  Options options = run_options();
  if (!options.parse(arguments)) return exit_done;
  if (!has_inputs(options)) throw UsageError("no input; '-' reads standard input");
  const std::size_t threads = thread_count(options);
  const ArticlePipeline extraction(options);
  const auto source = open_articles(options);
  const auto sink = make_sink(options);
  const BatchSummary summary = run_batch(*source, extraction.pipeline(), *sink, threads);
  if (!options.has("quiet")) summarise(summary, extraction.rules());
  return summary.error > 0 ? exit_look : exit_done;
}

}  // namespace boctach
