#include "app/run_options.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "app/article_options.h"
#include "app/input_options.h"
#include "app/output_options.h"
#include "text/messages.h"
#include "text/valid_utf8.h"

#ifndef BOCTACH_VERSION
#define BOCTACH_VERSION "unknown"
#endif

namespace boctach {
namespace {

constexpr std::size_t most_threads = 256;
constexpr std::size_t most_seconds = 1000000000;
constexpr std::size_t kibi = 1024;
constexpr std::size_t default_part_size = 64 * kibi * kibi;

// They change how a run goes, not what it writes. Rules count by their hash.
constexpr std::array<std::string_view, 19> without_trace{
    "part-size",  "output", "force", "jobs",    "quiet",  "verbose", "format", "compress",     "progress",   "metrics",
    "max-errors", "strict", "rules", "no-gate", "pretty", "json",    "lang",   "only-changed", "stuck-after"};

// They say which articles there are and how they are read and written down: what shows of that in one record shows in
// the content of its article, too.
constexpr std::array<std::string_view, 23> beside_records{
    "part-size",    "limit",        "sample",      "seed",        "dedupe",   "files-from",     "null",        "fields",
    "input-format", "sqlite-table", "query",       "max-article", "max-line", "max-json-depth", "max-entries", "max-entry",
    "max-archive",  "max-ratio",    "max-nesting", "format",      "compress", "csv-bom",        "csv-safe"};

std::optional<std::size_t> whole_number(std::string_view written) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (error != std::errc{} || end != written.data() + written.size()) return std::nullopt;
  return number;
}

std::size_t thread_count(const Options& options) {
  if (!options.has("jobs")) return 1;
  const std::optional<std::size_t> count = whole_number(options.get("jobs"));
  if (!count || *count < 1 || *count > most_threads) {
    throw UsageError(say("--jobs takes a number from 1 to {0}, not '{1}'", {std::to_string(most_threads), options.get("jobs")}));
  }
  return *count;
}

std::optional<std::size_t> number_of(const Options& options, const std::string& name, std::size_t least) {
  if (!options.has(name)) return std::nullopt;
  const std::optional<std::size_t> number = whole_number(options.get(name));
  if (!number || *number < least) throw UsageError(say("--{0} takes a number, not '{1}'", {name, options.get(name)}));
  return number;
}

// "100" articles, or "5%" of them.
ErrorLimit error_limit(const Options& options) {
  ErrorLimit limit;
  if (options.has("strict")) limit.count = 0;
  if (!options.has("max-errors")) return limit;
  if (options.has("strict")) throw UsageError("--strict is --max-errors 0; give one of them");
  std::string written = options.get("max-errors");
  const bool share = !written.empty() && written.back() == '%';
  if (share) written.pop_back();
  const std::optional<std::size_t> number = whole_number(written);
  if (!number || (share && *number > 100)) throw UsageError(say("--max-errors takes N or P%, not '{0}'", {options.get("max-errors")}));
  if (share) {
    limit.share = static_cast<double>(*number) / 100;
  } else {
    limit.count = *number;
  }
  return limit;
}

}  // namespace

std::string state_of_input(const std::string& input) {
  struct stat now {};
  if (input == "-" || stat(input.c_str(), &now) != 0) return "standard input";
  if (!S_ISREG(now.st_mode)) return S_ISDIR(now.st_mode) ? "a directory" : "no plain file";
  std::string nanoseconds = std::to_string(now.st_mtim.tv_nsec);
  nanoseconds.insert(0, 9 - nanoseconds.size(), '0');
  return std::to_string(now.st_size) + " bytes of " + std::to_string(now.st_mtim.tv_sec) + "." + nanoseconds;
}

namespace {

// Where a run may put files that keep its memory bounded.
std::string scratch_directory(const Options& options) {
  if (writes_directory(options)) return output_name(options);
  const char* named = std::getenv("TMPDIR");
  return named != nullptr && *named != '\0' ? named : "/tmp";
}

}  // namespace

Options run_options(const std::string& usage, const std::string& examples) {
  Options options(usage, examples);
  options.add("output,o", "FILE|DIR/",
              "write into this: *.jsonl, *.jsonl.zst, *.csv (a directory), *.db; DIR/: in parts ('-': standard output)");
  add_output_options(options);
  options.add("part-size", "SIZE",
              "of the parts of a directory, or of what a database takes at once: bytes, or with K, M, G (default 64M)");
  add_article_options(options);
  add_no_text(options);
  add_list_options(options);
  options.add("jobs,j", "N", "work on N articles at once (default 1); the records are the same");
  options.add("limit", "N", "only the first N articles");
  options.add("sample", "N", "only N articles, drawn by lot from all of them (or those of --limit)");
  options.add("seed", "S", "another number, another sample (default 0)");
  options.add("only-changed", "DIR",
              "take records over from the complete run in DIR where the article is the same; the bytes are the same");
  options.add("dedupe", "", "note in a record the first article of the run that has the same text");
  options.add("max-errors", "N|P%", "give up when more articles than this cannot be worked on");
  options.add("stuck-after", "SECONDS", "stop when one article takes longer than this, and name it (default: it may take any time)");
  options.add("strict", "", "give up at the first article that cannot be worked on");
  options.add("pretty", "", "the readable view, also on a pipe");
  options.add("json", "", "NDJSON, also on a terminal");
  options.add("progress", "line|json|none", "how far the run is, on standard error (default: a line on a terminal)");
  options.add("metrics", "FILE", "write figures for Prometheus into this file, again and again");
  options.add("verbose,v", "", "also say which articles and rules took longest; a line in five minutes without a terminal");
  options.add("quiet,q", "", "no summary");
  return options;
}

BatchOptions batch_options(const Options& options) {
  BatchOptions made;
  made.threads = thread_count(options);
  made.choice.limit = number_of(options, "limit", 0);
  made.choice.sample = number_of(options, "sample", 1);
  if (options.has("seed") && !made.choice.sample) throw UsageError("--seed is for --sample");
  made.choice.seed = number_of(options, "seed", 0).value_or(0);
  made.choice.dedupe = options.has("dedupe");
  made.choice.directory = scratch_directory(options);
  made.errors = error_limit(options);
  if (const auto seconds = number_of(options, "stuck-after", 1)) {
    if (*seconds > most_seconds) throw UsageError(say("--{0} takes a number, not '{1}'", {"stuck-after", options.get("stuck-after")}));
    made.stuck_after = std::chrono::seconds(*seconds);
  }
  return made;
}

bool writes_directory(const Options& options) {
  const std::string output = options.get("output");
  std::error_code error;
  if (output.empty() || output == "-" || output_options(options, output).format == OutputFormat::Csv) return false;
  return output.back() == '/' || (std::filesystem::is_directory(output, error) && std::filesystem::path(output).extension() != ".csv");
}

bool goes_on(const Options& options) {
  const std::string output = options.get("output");
  return writes_directory(options) || (!output.empty() && output_options(options, output).format == OutputFormat::Sqlite);
}

std::string output_name(const Options& options) {
  std::string name = options.get("output");
  while (name.size() > 1 && name.back() == '/') name.pop_back();
  return name;
}

std::size_t part_size(const Options& options) {
  if (!options.has("part-size")) return default_part_size;
  std::string written = options.get("part-size");
  constexpr std::string_view units = "KMG";
  std::size_t factor = 1;
  if (const std::size_t unit = written.empty() ? units.npos : units.find(written.back()); unit != units.npos) {
    for (std::size_t i = 0; i <= unit; ++i) factor *= kibi;
    written.pop_back();
  }
  const std::optional<std::size_t> number = whole_number(written);
  if (!number || *number < 1 || *number > (std::size_t{1} << 40) / factor) {
    throw UsageError(say("--part-size takes bytes, or a number with K, M or G, not '{0}'", {options.get("part-size")}));
  }
  return *number * factor;
}

RunIdentity identity_of_records(RunIdentity identity) {
  const auto is_beside = [](const auto& option) {
    return std::find(beside_records.begin(), beside_records.end(), option.first) != beside_records.end();
  };
  identity.options.erase(std::remove_if(identity.options.begin(), identity.options.end(), is_beside), identity.options.end());
  identity.inputs.clear();
  return identity;
}

bool shows_changes(const Options& options) {
  const std::vector<std::string> inputs = options.inputs();
  return !options.has("files-from") && std::all_of(inputs.begin(), inputs.end(), [](const std::string& input) {
    std::error_code error;
    return std::filesystem::is_regular_file(input, error);
  });
}

RunIdentity run_identity(const Options& options, const std::string& rules_hash) {
  RunIdentity identity;
  identity.program = BOCTACH_VERSION;
  identity.rules = rules_hash;
  for (const auto& [name, value] : options.given()) {
    if (std::find(without_trace.begin(), without_trace.end(), name) != without_trace.end()) continue;
    identity.options.emplace_back(name, value.empty() ? "yes" : valid_utf8(value));
  }
  identity.options.emplace_back("part-size", std::to_string(part_size(options)));
  for (const std::string& input : options.inputs()) identity.inputs.emplace_back(valid_utf8(input), state_of_input(input));
  return identity;
}

}  // namespace boctach
