#ifndef BOCTACH_FLOW_RUN_OUTPUT_H_
#define BOCTACH_FLOW_RUN_OUTPUT_H_

#include <stdexcept>
#include <string>

#include "flow/batch.h"
#include "formats/run_manifest.h"

namespace boctach {

// What was written there is of another run; the message says what changed.
class ChangedRun : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// An output that survives the end of the program at any point: what its
// manifest names is whole and on the disk, the next run goes on behind it, and
// in the end every byte is that of a run nobody disturbed.
class RunOutput : public BatchOutput {
 public:
  [[nodiscard]] bool is_complete() const { return manifest_.complete; }
  // What was done before: where to go on, and what it came to.
  [[nodiscard]] BatchPlace place() const;
  [[nodiscard]] RunCounts counts() const { return manifest_.complete ? manifest_.counts : manifest_.counted(); }

 protected:
  // ChangedRun, naming `name`, if the run of the manifest is not this one.
  void refuse_another_run(const std::string& name, const RunIdentity& now) const;

  RunManifest manifest_;
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_RUN_OUTPUT_H_
