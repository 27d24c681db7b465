#ifndef BOCTACH_FLOW_RUN_DIRECTORY_H_
#define BOCTACH_FLOW_RUN_DIRECTORY_H_

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>

#include "flow/batch.h"
#include "formats/durable_file.h"
#include "formats/run_manifest.h"
#include "text/hash.h"

namespace boctach {

// What was written there is of another run; the message says what changed.
class ChangedRun : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A directory that records are written into, part by part, and that survives
// the end of the program at any point: what the manifest names is whole and on
// the disk, everything else is thrown away by the next run, which goes on
// behind the last part. Where parts end depends on the records alone, so the
// directory ends up the same, byte by byte, however often a run was cut off.
class RunDirectory final : public BatchOutput {
 public:
  // Makes the directory, or takes up the run in it; holds it against other
  // runs. With `afresh` an earlier run is deleted. Throws ChangedRun if the
  // earlier run was another one, OutputError if the directory is in use, holds
  // anything else, or cannot be written.
  RunDirectory(std::string directory, RunIdentity identity, std::size_t part_size, bool afresh);
  ~RunDirectory() override;

  [[nodiscard]] bool is_complete() const { return manifest_.complete; }
  // What was done before: where to go on, and what it came to.
  [[nodiscard]] BatchPlace place() const;
  [[nodiscard]] RunCounts counts() const { return manifest_.complete ? manifest_.counts : manifest_.counted(); }
  [[nodiscard]] std::size_t parts() const { return manifest_.parts.size(); }

  void write(const Record& record, const BatchPlace& place) override;
  void finish(const RunCounts& counts) override;

 private:
  [[nodiscard]] std::string at(const std::string& name) const { return directory_ + "/" + name; }
  void lock();
  void begin();
  void take_up();
  // What is ours and not named by the manifest.
  void throw_away_rest();
  // A file that grows with the parts, cut off behind them; null if it is not there yet.
  std::unique_ptr<Journal> cut_off(const char* name, std::size_t kept) const;
  void commit();
  void append_contents();

  std::string directory_;
  RunManifest manifest_;
  std::size_t part_size_;
  Descriptor lock_;
  std::unique_ptr<Journal> journal_;
  std::unique_ptr<Journal> quarantine_;
  std::unique_ptr<Journal> contents_;
  // The part that is being written.
  std::unique_ptr<DurableFile> file_;
  std::unique_ptr<RunningHash> hash_;
  RunPart part_;
  std::string quarantined_;
  std::string content_lines_;
  std::unique_ptr<RunningHash> contents_hash_;
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_RUN_DIRECTORY_H_
