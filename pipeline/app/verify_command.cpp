#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/options.h"
#include "flow/run_database.h"
#include "flow/run_files.h"
#include "flow/verify_database.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach verify DIR|FILE.db\n"
    "Reads every byte that a run wrote into a directory, or every row of a database, and holds it against the manifest.\n"
    "Names each part or table that is not what it was; exit code 1 if there is one, or if the run never came to its end.";

constexpr const char* examples =
    "  boctach verify records\n"
    "  boctach verify records.db\n";

void tell(const std::vector<std::string>& wrong) {
  for (const std::string& line : wrong) std::cout << line << '\n';
}

void tell_unfinished(const std::string& name) {
  std::cout << say("{0}: the run is not complete; the command it was started with goes on", {name}) << '\n';
}

int verify_directory(const std::string& directory) {
  const RunManifest manifest = manifest_of(directory);
  const std::vector<std::string> wrong = verify_run(directory, manifest);
  tell(wrong);
  const RunCounts counts = manifest.complete ? manifest.counts : manifest.counted();
  std::cout << say("{0}: {1} parts, {2} wrong; {3} articles in, {4} ok, {5} with errors, {6} skipped",
                   {directory, std::to_string(manifest.parts.size()), std::to_string(wrong.size()), std::to_string(counts.in),
                    std::to_string(counts.ok), std::to_string(counts.error), std::to_string(counts.skipped)})
            << '\n';
  if (!manifest.complete) tell_unfinished(directory);
  return wrong.empty() && manifest.complete ? exit_done : exit_look;
}

int verify_file(const std::string& path) {
  using State = VerifiedDatabase::State;
  const auto [state, manifest, wrong] = verify_database(path);
  tell(wrong);
  const RunCounts& counts = manifest.counts;
  if (state == State::Unfinished) {
    tell_unfinished(path);
  } else if (state == State::OfNoRun) {
    std::cout << say("{0}: {1} wrong; no run wrote it, so that nothing says what its rows were", {path, std::to_string(wrong.size())})
              << '\n';
  } else {
    std::cout << say("{0}: {1} tables, {2} wrong; {3} articles in, {4} ok, {5} with errors, {6} skipped",
                     {path, std::to_string(manifest.tables.size()), std::to_string(wrong.size()), std::to_string(counts.in),
                      std::to_string(counts.ok), std::to_string(counts.error), std::to_string(counts.skipped)})
              << '\n';
  }
  return wrong.empty() && state != State::Unfinished ? exit_done : exit_look;
}

}  // namespace

int verify_command(const Arguments& arguments) {
  Options options(usage, examples);
  if (!options.parse(arguments)) return exit_done;
  if (options.inputs().size() != 1) throw UsageError("verify wants the directory or the database of one run");
  const std::string name = options.inputs().front();
  std::error_code error;
  const bool is_file = std::filesystem::is_regular_file(name, error) || std::filesystem::is_regular_file(name + partial_ending, error);
  return is_file ? verify_file(name) : verify_directory(name);
}

}  // namespace boctach
