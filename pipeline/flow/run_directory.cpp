#include "flow/run_directory.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <utility>

#include "boctach/failure.h"
#include "flow/run_files.h"
#include "formats/quarantine.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_content_lines = std::size_t{1} << 18;  // bytes, however large a part is

[[noreturn]] void fail(const std::string& path, const std::string& why) { throw OutputError(say("{0}: {1}", {path, why})); }

void make_directory(const std::string& directory) {
  std::error_code error;
  if (fs::is_directory(directory, error)) return;
  fs::create_directories(directory, error);
  if (error) fail(directory, error.message());
  sync_directory(fs::path(directory).parent_path().string());
}

void remove(const fs::path& path) {
  std::error_code error;
  if (!fs::remove(path, error) && error) fail(path.string(), error.message());
}

}  // namespace

RunDirectory::RunDirectory(std::string directory, RunIdentity identity, std::size_t part_size, bool afresh)
    : directory_(std::move(directory)), part_size_(part_size) {
  make_directory(directory_);
  if (!fs::exists(at(manifest_name))) refuse_strangers(directory_);  // before anything of ours lies there
  lock();
  const bool has_manifest = fs::exists(at(manifest_name));
  if (has_manifest && !afresh) manifest_ = read_manifest(read_run_file(at(manifest_name)), at(manifest_name));
  if (!manifest_.started) {
    if (!has_manifest) refuse_strangers(directory_);
    manifest_ = {};
    manifest_.identity = std::move(identity);
    begin();
    return;
  }
  refuse_another_run(directory_, identity);
  take_up();
}

RunDirectory::~RunDirectory() = default;

void RunDirectory::lock() {
  lock_ = Descriptor(open(at(lock_name).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (!lock_.is_open()) fail(at(lock_name), std::strerror(errno));
  if (flock(lock_.number(), LOCK_EX | LOCK_NB) == 0) return;
  if (errno == EWOULDBLOCK) throw OutputError(say("{0}: another run writes into this directory", {directory_}));
  fail(at(lock_name), std::strerror(errno));
}

// The old manifest goes last: while it is there, what it does not name is ours to delete.
void RunDirectory::begin() {
  if (fs::exists(at(manifest_name))) Journal(at(manifest_name), 0);
  remove(at(quarantine_name));
  remove(at(contents_name));
  remove(at(summary_name));
  throw_away_rest();
  const std::string line = manifest_line(manifest_.identity);
  DurableFile file(at(manifest_name), at(manifest_name) + aside_ending);
  file.write(line);
  file.commit();
  manifest_.bytes = line.size();
  journal_ = std::make_unique<Journal>(at(manifest_name), line.size());
}

void RunDirectory::take_up() {
  for (const RunPart& part : manifest_.parts) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(at(part.name), error);
    if (error) fail(at(part.name), error.message());
    if (size != part.bytes) {
      throw OutputError(say("{0}: has {1} bytes, and {2} in the manifest; boctach verify names all that is wrong",
                            {at(part.name), std::to_string(size), std::to_string(part.bytes)}));
    }
  }
  throw_away_rest();
  if (manifest_.complete && !fs::exists(at(summary_name))) write_summary(manifest_.counts);
  if (!manifest_.complete) journal_ = std::make_unique<Journal>(at(manifest_name), manifest_.bytes);
}

void RunDirectory::throw_away_rest() {
  std::set<std::string> named;
  for (const RunPart& part : manifest_.parts) named.insert(part.name);
  for (const std::string& name : part_files(directory_)) {
    if (named.count(name) == 0) remove(at(name));
  }
  quarantine_ = cut_off(quarantine_name, manifest_.parts.empty() ? 0 : manifest_.parts.back().quarantine_bytes);
  contents_ = cut_off(contents_name, place().articles * contents_line);
}

std::unique_ptr<Journal> RunDirectory::cut_off(const char* name, std::size_t kept) const {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(at(name), error);
  if (error && kept == 0) return nullptr;
  if (error || size < kept) fail(at(name), error ? error.message() : say("is shorter than the manifest says"));
  return std::make_unique<Journal>(at(name), kept);
}

void RunDirectory::write(const Record& record, const BatchPlace& place) {
  if (!file_) {
    part_ = {};
    part_.name = part_name(manifest_.parts.size() + 1);
    file_ = std::make_unique<DurableFile>(at(part_.name), at(part_.name) + aside_ending);
    hash_ = std::make_unique<RunningHash>();
    contents_hash_ = std::make_unique<RunningHash>();
  }
  std::string line = to_json(record);
  line += '\n';
  file_->write(line);
  hash_->add(line);
  part_.bytes += line.size();
  part_.counts.add(counts_of(record));
  part_.articles = place.articles;
  part_.input = place.input;
  part_.last = record.origin;
  if (!record.ok) quarantined_ += quarantine_line(record, place.articles);
  content_lines_ += (record.ok ? hex_of(place.content) : std::string(contents_line - 1, '-')) + '\n';
  if (content_lines_.size() >= most_content_lines) append_contents();
  if (part_.bytes >= part_size_) commit();
}

// Lines no part answers for yet do no harm: the next run cuts them off.
void RunDirectory::append_contents() {
  if (!contents_) contents_ = std::make_unique<Journal>(at(contents_name), place().articles * contents_line);
  contents_->append(content_lines_);
  contents_hash_->add(content_lines_);
  content_lines_.clear();
}

// The manifest names the part only when all of it is on the disk.
void RunDirectory::commit() {
  part_.hash = hash_->text();
  file_->commit();
  file_ = nullptr;
  if (!manifest_.parts.empty()) part_.quarantine_bytes = manifest_.parts.back().quarantine_bytes;
  if (!quarantined_.empty()) {
    if (!quarantine_) quarantine_ = std::make_unique<Journal>(at(quarantine_name), part_.quarantine_bytes);
    quarantine_->append(quarantined_);
    part_.quarantine_bytes += quarantined_.size();
    part_.quarantine_hash = content_hash({quarantined_});
    quarantined_.clear();
  }
  append_contents();
  part_.contents_hash = contents_hash_->text();
  journal_->append(manifest_line(part_));
  manifest_.parts.push_back(part_);
}

void RunDirectory::write_summary(const RunCounts& counts) const {
  DurableFile summary(at(summary_name), at(summary_name) + aside_ending);
  summary.write(summary_json(manifest_.identity, counts, manifest_.parts.size()));
  summary.commit();
}

void RunDirectory::finish(const RunCounts& counts) {
  if (file_) commit();
  write_summary(counts);
  journal_->append(manifest_line(counts));
  manifest_.complete = true;
  manifest_.counts = counts;
}

}  // namespace boctach
