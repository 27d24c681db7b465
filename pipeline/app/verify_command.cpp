#include <iostream>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/options.h"
#include "flow/run_files.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach verify DIR\n"
    "Reads every byte that a run wrote into a directory and holds it against the manifest. Names each part that is\n"
    "not what it was; exit code 1 if there is one, or if the run never came to its end.";

constexpr const char* examples = "  boctach verify records\n";

}  // namespace

int verify_command(const Arguments& arguments) {
  Options options(usage, examples);
  if (!options.parse(arguments)) return exit_done;
  if (options.inputs().size() != 1) throw UsageError("verify wants the directory of one run");
  const std::string directory = options.inputs().front();
  const RunManifest manifest = manifest_of(directory);
  const std::vector<std::string> wrong = verify_run(directory, manifest);
  for (const std::string& line : wrong) std::cout << line << '\n';
  const RunCounts counts = manifest.complete ? manifest.counts : manifest.counted();
  std::cout << say("{0}: {1} parts, {2} wrong; {3} articles in, {4} ok, {5} with errors, {6} skipped",
                   {directory, std::to_string(manifest.parts.size()), std::to_string(wrong.size()), std::to_string(counts.in),
                    std::to_string(counts.ok), std::to_string(counts.error), std::to_string(counts.skipped)})
            << '\n';
  if (!manifest.complete) std::cout << say("{0}: the run is not complete; the command it was started with goes on", {directory}) << '\n';
  return wrong.empty() && manifest.complete ? exit_done : exit_look;
}

}  // namespace boctach
