#ifndef BOCTACH_FLOW_RUN_DATABASE_H_
#define BOCTACH_FLOW_RUN_DATABASE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "boctach/rule_set.h"
#include "flow/run_output.h"
#include "formats/record_database.h"

namespace boctach {

// Behind the name of a database that is not complete.
inline constexpr const char* partial_ending = ".partial";

// A database that records are written into, batch by batch, under the name
// FILE.partial; it gets its own when all of it is there and on the disk. Its
// manifest, in the table `run`, has one part that grows.
class RunDatabase final : public RunOutput {
 public:
  // Takes up what was begun, or begins; holds it against other runs. A batch
  // ends once `batch_size` bytes went into it. With `afresh` an earlier run is
  // written over. Throws ChangedRun if the earlier run was another one,
  // OutputError if it is in use, something else has that name, or it cannot be
  // written.
  RunDatabase(const std::string& path, RunIdentity identity, const std::vector<RecordLabel>& labels, std::size_t batch_size, bool afresh);
  // A run that came to no commit leaves nothing.
  ~RunDatabase() override;

  void write(const Record& record, const BatchPlace& place) override;
  void finish(const RunCounts& counts) override;

 private:
  // True if the run is complete there.
  bool is_done(bool afresh, const RunIdentity& identity);
  void open(const std::vector<RecordLabel>& labels, RunIdentity identity);
  void commit();
  void put_in_place();
  // The manifest as text.
  [[nodiscard]] std::string state() const;

  std::string shown_;
  std::string path_;  // where links lead to
  std::string partial_;
  std::size_t batch_size_;
  RunPart part_;
  std::unique_ptr<RecordDatabase> database_;
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_RUN_DATABASE_H_
