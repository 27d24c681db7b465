#ifndef BOCTACH_FLOW_RUN_DIRECTORY_H_
#define BOCTACH_FLOW_RUN_DIRECTORY_H_

#include <cstddef>
#include <memory>
#include <string>

#include "flow/run_output.h"
#include "formats/durable_file.h"
#include "text/hash.h"

namespace boctach {

// A directory that records are written into, part by part. What the manifest
// does not name is thrown away by the next run. Where parts end depends on the
// records alone, so the directory ends up the same, byte by byte, however often
// a run was cut off.
class RunDirectory final : public RunOutput {
 public:
  // Makes the directory, or takes up the run in it; holds it against other
  // runs. With `afresh` an earlier run is deleted. Throws ChangedRun if the
  // earlier run was another one, OutputError if the directory is in use, holds
  // anything else, or cannot be written.
  RunDirectory(std::string directory, RunIdentity identity, std::size_t part_size, bool afresh);
  ~RunDirectory() override;

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
  void write_summary(const RunCounts& counts) const;
  void append_contents();

  std::string directory_;
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
