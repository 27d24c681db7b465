#ifndef BOCTACH_APP_COMMANDS_H_
#define BOCTACH_APP_COMMANDS_H_

#include <string>
#include <vector>

#include "app/command.h"

namespace boctach {

// One entry of the table that dispatch, help, completion and man page are made of.
struct Command {
  const char* name;      // "run", "rules diff"
  const char* synopsis;  // what stands behind the name
  const char* about;     // one line
  int (*run)(const Arguments& arguments);
};

// In the order of the help; those of `rules` behind it.
const std::vector<Command>& commands();

// The command a line starts with, the longest name first; null if there is none.
// `words` is then what stands behind its name.
const Command* find_command(Arguments& words);

// The help of the program.
std::string program_help();

}  // namespace boctach

#endif  // BOCTACH_APP_COMMANDS_H_
