#ifndef BOCTACH_APP_COMMAND_H_
#define BOCTACH_APP_COMMAND_H_

#include <string>
#include <vector>

namespace boctach {

// The exit codes of the program.
enum ExitCode : int {
  exit_done = 0,
  exit_look = 1,    // done, but something needs a look
  exit_usage = 2,   // wrong usage
  exit_input = 3,   // an input could not be read
  exit_rules = 4,   // rules or configuration invalid
  exit_output = 5,  // output failed
  exit_internal = 70,
  exit_pipe = 141,  // the reader of standard output went away
};

using Arguments = std::vector<std::string>;

// One a command; each takes what stands behind its name and gives the exit code.
int run_command(const Arguments& arguments);
int clean_command(const Arguments& arguments);
int rules_command(const Arguments& arguments);
int schema_command(const Arguments& arguments);

}  // namespace boctach

#endif  // BOCTACH_APP_COMMAND_H_
