#include "flow/run_output.h"

#include <vector>

#include "text/messages.h"

namespace boctach {

BatchPlace RunOutput::place() const {
  if (manifest_.parts.empty()) return {};
  return {manifest_.parts.back().articles, manifest_.parts.back().input, {}};
}

void RunOutput::refuse_another_run(const std::string& name, const RunIdentity& now) const {
  const std::vector<std::string> changes = manifest_.identity.changes_to(now);
  if (changes.empty()) return;
  std::string told = say("{0} holds another run; write to another name, or over it with --force:", {name});
  for (const std::string& change : changes) told += "\n  " + change;
  throw ChangedRun(told);
}

}  // namespace boctach
