#include "flow/verify_database.h"

#include <filesystem>
#include <string_view>

#include "boctach/failure.h"
#include "flow/run_database.h"
#include "formats/database_check.h"
#include "formats/record_rows.h"
#include "formats/record_sources.h"
#include "formats/record_tables.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

// Told by the name, because a run may be holding the file, or its journal be what counts; it may also have come to nothing yet.
bool is_partial(const std::string& path) {
  std::error_code error;
  const std::string partial = path.ends_with(partial_ending) ? path : path + partial_ending;
  if (!fs::exists(partial, error) || (partial != path && fs::exists(path, error))) return false;
  return fs::file_size(partial, error) == 0 || is_sqlite_file(partial);
}

// The articles and items of the summary have a row each.
void check_counts(const std::string& path, const RunManifest& manifest, std::vector<std::string>& wrong) {
  const auto want = [&](const std::string& table, std::size_t counted) {
    const auto sum = manifest.tables.find(table);
    const std::size_t rows = sum == manifest.tables.end() ? 0 : sum->second.rows;
    if (rows == counted) return;
    wrong.push_back(
        say("{0}: table '{1}' has {2} rows, and {3} in the manifest", {path, table, std::to_string(rows), std::to_string(counted)}));
  };
  const RecordTables tables = make_record_tables(make_sqlite_record_source(path)->labels());
  want(tables.tables.front().name, manifest.counts.ok + manifest.counts.error);
  for (const auto& [array, count] : manifest.counts.found) {
    const auto table = table_of_array(tables, array);
    want(table ? tables.tables[*table].name : array, count);
  }
}

// Its last line is written by the transaction that ends the run: no run leaves less.
void read_run(const std::string& path, const std::string& run, VerifiedDatabase& verified) {
  verified.manifest = read_manifest(run, path);
  if (!verified.manifest.complete || verified.manifest.bytes != run.size()) {
    verified.wrong.push_back(say("{0}: the manifest of its run is damaged", {path}));
  } else if (verified.manifest.tables.empty()) {
    throw InputError(say("{0}: was written by another version of the program", {path}));
  }
}

}  // namespace

VerifiedDatabase verify_database(const std::string& path) {
  VerifiedDatabase verified;
  if (is_partial(path)) {
    verified.state = VerifiedDatabase::State::Unfinished;
    return verified;
  }
  refuse_other_files(path);
  try {
    const DatabaseState state = state_of_database(path);
    if (state.unfinished) verified.state = VerifiedDatabase::State::Unfinished;
    if (!state.unfinished && !state.has_run) verified.state = VerifiedDatabase::State::OfNoRun;
    if (verified.state == VerifiedDatabase::State::Whole) read_run(path, state.run, verified);
  } catch (const InputError& error) {
    verified.wrong.emplace_back(error.what());
  }
  if (verified.state == VerifiedDatabase::State::Unfinished) return verified;
  try {
    if (verified.manifest.complete) check_counts(path, verified.manifest, verified.wrong);
  } catch (const InputError& error) {
    verified.wrong.emplace_back(error.what());
  }
  for (std::string& line : check_database(path, verified.manifest.tables)) {
    if (verified.wrong.empty() || verified.wrong.back() != line) verified.wrong.push_back(std::move(line));
  }
  return verified;
}

}  // namespace boctach
