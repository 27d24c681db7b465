#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/article_options.h"
#include "app/command.h"
#include "app/input_options.h"
#include "app/options.h"
#include "app/output_options.h"
#include "app/run_options.h"
#include "boctach/failure.h"
#include "boctach/sink.h"
#include "flow/done_articles.h"
#include "flow/run_files.h"
#include "formats/quarantine.h"
#include "formats/record_database.h"
#include "formats/record_sources.h"
#include "formats/terminal.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach quarantine list DIR|DB          the articles a run into this directory or database could not work on\n"
    "boctach quarantine show DIR|DB [N|ID]   the same with what stands there in the input\n"
    "boctach quarantine retry DIR|DB         works on them once more, with the rules and the program of now";

constexpr const char* examples =
    "  boctach quarantine list records\n"
    "  boctach quarantine show records 17\n"
    "  boctach quarantine retry records -o retried.jsonl     exit code 1 if some still cannot be worked on\n";

constexpr std::size_t shown_bytes = 2000;

// Of a directory or a database.
RunManifest run_of(const std::string& name) {
  if (!is_sqlite_file(name)) return manifest_of(name);
  RunManifest manifest = read_manifest(run_of_database(name), name);
  if (!manifest.started) throw InputError(say("{0}: no run wrote this database", {name}));
  return manifest;
}

bool has_input(const RunIdentity& identity, const std::string& name) {
  return std::any_of(identity.inputs.begin(), identity.inputs.end(), [&](const auto& input) { return input.first == name; });
}

std::vector<Quarantined> quarantine_of(const std::string& name, const RunManifest& manifest) {
  if (is_sqlite_file(name)) return quarantine_of_database(name);
  const std::size_t bytes = manifest.parts.empty() ? 0 : manifest.parts.back().quarantine_bytes;
  if (bytes == 0) return {};
  const std::string path = name + "/" + quarantine_name;
  // What stands behind belongs to a part that is not whole yet.
  return read_quarantine(read_run_file(path).substr(0, bytes), path);
}

void list(const std::vector<Quarantined>& all) {
  for (const Quarantined& one : all) {
    std::cout << one.article << "  " << one.error.code << "  " << visible(one.origin) << "  " << one.error.message << '\n';
  }
}

// The beginning of what stands in the input, if it lies there as it is and as it was.
std::string bytes_of(const Quarantined& one, const RunIdentity& identity) {
  std::vector<std::filesystem::path> places;
  for (const auto& [input, state] : identity.inputs) {
    std::error_code error;
    const std::filesystem::path path(input);
    const bool inside = std::filesystem::is_directory(path, error);
    if (!inside && path.filename().string() != one.origin.path) continue;
    if (state != state_of_input(input)) return say("({0} has changed since)", {input});
    places.push_back(inside ? path / one.origin.path : path);
  }
  for (const auto& [name, value] : identity.options) {
    if (name == "files-from") places.insert(places.end(), {one.origin.path, "/" + one.origin.path});
  }
  for (const std::filesystem::path& place : places) {
    std::ifstream file(place, std::ios::binary);
    std::string bytes(shown_bytes, '\0');
    file.seekg(static_cast<std::streamoff>(one.origin.byte));
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (one.origin.line > 0) bytes.resize(std::min(bytes.find('\n'), bytes.size()));
    if (!bytes.empty()) return bytes;
  }
  return {};
}

void show(const std::vector<Quarantined>& all, const RunIdentity& identity, const std::string& wanted) {
  bool found = false;
  for (const Quarantined& one : all) {
    if (!wanted.empty() && wanted != std::to_string(one.article) && wanted != one.id) continue;
    found = true;
    list({one});
    const std::string bytes = bytes_of(one, identity);
    if (!bytes.empty()) std::cout << "    " << visible(bytes, shown_bytes) << '\n';
  }
  if (!found && !wanted.empty()) throw UsageError(say("no article '{0}' in the quarantine", {wanted}));
}

// The options and inputs of the run; those given now, which cannot change the choice of articles, go before.
Options options_of(const RunIdentity& identity, const Arguments& given) {
  Options now = run_options(usage, examples);
  now.parse(given);
  Arguments all = given;
  for (const auto& [name, value] : identity.options) {
    if (now.has(name) || name == "part-size") continue;
    std::size_t at = 0;
    while (at <= value.size()) {
      const std::size_t end = std::min(value.find('\n', at), value.size());
      const bool is_switch = value == "yes";
      all.push_back("--" + name + (is_switch ? "" : "=" + value.substr(at, end - at)));
      at = end + 1;
    }
  }
  all.emplace_back("--");
  for (const auto& [input, state] : identity.inputs) all.push_back(input);
  Options options = run_options(usage, examples);
  options.parse(all);
  return options;
}

// What a database was made of must be what it was: there an article is known by its place alone.
void refuse_changed_inputs(const RunIdentity& identity) {
  for (const auto& [input, state] : identity.inputs) {
    if (state != state_of_input(input)) throw InputError(say("{0} has changed since: run it again", {input}));
  }
}

DoneArticles done_in(const std::string& name, const RunManifest& run, std::vector<Quarantined> quarantine, const std::string& scratch) {
  if (!is_sqlite_file(name)) return DoneArticles::of_directory(name, run, std::move(quarantine), scratch);
  refuse_changed_inputs(run.identity);
  return DoneArticles::of_database(name, std::move(quarantine), scratch);
}

int retry(const std::string& name, const Arguments& given) {
  const RunManifest run = run_of(name);
  if (!run.complete) throw InputError(say("{0}: the run is not complete; the command it was started with goes on", {name}));
  const std::vector<Quarantined> quarantine = quarantine_of(name, run);
  const Options options = options_of(run.identity, given);
  if (options.get("files-from") == "-" || has_input(run.identity, "-"))
    throw InputError(say("what came from standard input cannot be read again"));
  if (writes_directory(options)) throw UsageError("quarantine retry writes into a file or a database, or to standard output");
  keep_apart_from_inputs(options);
  const BatchOptions batch = batch_options(options);
  const ArticlePipeline extraction(options);
  const DoneArticles done = done_in(name, run, quarantine, batch.choice.directory);
  const auto source = open_articles(options);
  const auto sink = open_sink(options, extraction.labels());
  RunArticles articles(*source, batch.choice, {});
  RunCounts counts;
  while (!quarantine.empty()) {
    std::optional<RunArticles::Article> article = articles.next();
    if (!article) break;
    if (!done.misses(*article)) continue;
    Record record = extract(extraction.pipeline(), std::move(article->document));
    record.duplicate_of = article->duplicate_of;
    counts.add(counts_of(record));
    sink->write(record);
  }
  sink->finish();
  std::cerr << "boctach: "
            << say("{0} articles tried again, {1} ok, {2} still with errors",
                   {std::to_string(counts.in), std::to_string(counts.ok), std::to_string(counts.error)})
            << '\n';
  const bool none_left = counts.in == 0 && !quarantine.empty();
  if (none_left) std::cerr << "boctach: " << say("no article of the quarantine is in the inputs any more") << '\n';
  return counts.error > 0 || none_left ? exit_look : exit_done;
}

}  // namespace

int quarantine_command(const Arguments& arguments) {
  Options options = run_options(usage, examples);
  if (!options.parse(arguments)) return exit_done;
  const std::vector<std::string> words = options.inputs();
  const std::string what = words.empty() ? "" : words.front();
  if ((what != "list" && what != "show" && what != "retry") || words.size() < 2 || words.size() > (what == "show" ? 3U : 2U)) {
    throw UsageError("quarantine wants list, show or retry, and the directory or database of a run");
  }
  if (what == "retry") {
    Arguments given = arguments;
    for (const std::string& word : words) given.erase(std::find(given.begin(), given.end(), word));
    return retry(words[1], given);
  }
  const RunManifest run = run_of(words[1]);
  const std::vector<Quarantined> all = quarantine_of(words[1], run);
  if (what == "list") {
    list(all);
  } else {
    show(all, run.identity, words.size() > 2 ? words[2] : "");
  }
  return exit_done;
}

}  // namespace boctach
