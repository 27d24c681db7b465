#include "flow/run_database.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "boctach/failure.h"
#include "flow/run_files.h"
#include "formats/durable_file.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

// The file itself, where links lead to it.
std::string file_behind(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return path;
  if (!fs::is_regular_file(status)) throw OutputError(say("{0}: a database needs a file", {path}));
  return fs::canonical(path).string();
}

}  // namespace

RunDatabase::RunDatabase(const std::string& path, RunIdentity identity, const std::vector<RecordLabel>& labels, std::size_t batch_size,
                         bool afresh)
    : shown_(path), path_(file_behind(path)), partial_(path_ + partial_ending), batch_size_(batch_size) {
  if (is_done(afresh, identity)) return;
  if (afresh) discard_database(partial_, shown_);
  open(labels, std::move(identity));
}

RunDatabase::~RunDatabase() {
  if (database_ != nullptr && manifest_.parts.empty() && !manifest_.complete) database_->discard();
}

bool RunDatabase::is_done(bool afresh, const RunIdentity& identity) {
  if (afresh || !fs::exists(path_)) return false;
  manifest_ = read_manifest(run_of_database(path_), shown_);
  if (!manifest_.complete) throw OutputError(say("{0}: exists already (--force writes over it)", {shown_}));
  refuse_another_run(shown_, identity);
  return true;
}

void RunDatabase::open(const std::vector<RecordLabel>& labels, RunIdentity identity) {
  DatabaseRun run;
  run.begun = manifest_line(identity);
  run.check = [&](const std::string& said) {
    manifest_ = read_manifest(said, partial_);
    refuse_another_run(partial_, identity);
  };
  database_ = std::make_unique<RecordDatabase>(partial_, shown_, labels, run);
  manifest_.identity = std::move(identity);
  if (!manifest_.parts.empty()) part_ = manifest_.parts.back();
  if (!manifest_.complete) {
    if (!manifest_.parts.empty()) database_->go_on_from(part_.tables);
    return;
  }
  // It was cut off between its last commit and its name.
  database_ = nullptr;
  put_in_place();
}

std::string RunDatabase::state() const {
  std::string text = manifest_line(manifest_.identity);
  for (const RunPart& part : manifest_.parts) text += manifest_line(part);
  return manifest_.complete ? text + manifest_line(manifest_.counts, manifest_.tables) : text;
}

void RunDatabase::write(const Record& record, const BatchPlace& place) {
  database_->insert(record);
  part_.counts.add(counts_of(record));
  part_.name = "articles";
  part_.articles = place.articles;
  part_.input = place.input;
  part_.last = record.origin;
  if (database_->pending() >= batch_size_) commit();
}

void RunDatabase::commit() {
  part_.tables = database_->sums();
  manifest_.parts.assign(1, part_);
  database_->commit(state());
}

void RunDatabase::finish(const RunCounts& counts) {
  if (database_->pending() > 0) commit();
  manifest_.complete = true;
  manifest_.counts = counts;
  database_->complete([this](const TableSums& sums) {
    manifest_.tables = sums;
    return state();
  });
  database_ = nullptr;
  put_in_place();
}

void RunDatabase::put_in_place() {
  if (std::rename(partial_.c_str(), path_.c_str()) != 0) throw OutputError(say("{0}: {1}", {shown_, std::strerror(errno)}));
  sync_directory(fs::path(path_).parent_path().string());
}

}  // namespace boctach
