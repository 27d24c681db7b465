#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/commands.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "rules/diagnose.h"
#include "text/messages.h"

namespace boctach {
namespace {

int dispatch(const Arguments& arguments) {
  Arguments rest = arguments;
  if (rest.front() == "--version") rest.front() = "version";
  if (rest.front() == "--help" || rest.front() == "-h") rest.front() = "help";
  if (rest.front() == "complete") return complete_command(Arguments(rest.begin() + 1, rest.end()));
  if (const Command* command = find_command(rest)) return command->run(rest);
  std::vector<std::string> names;
  std::string beginnings;
  for (const Command& command : commands()) {
    if (std::string_view(command.name).substr(0, rest.front().size() + 1) == rest.front() + " ")
      beginnings += (beginnings.empty() ? "boctach " : ", boctach ") + std::string(command.name);
  }
  if (!beginnings.empty()) throw UsageError(say("'{0}' wants a second word: {1}; see --help of these", {rest.front(), beginnings}));
  for (const Command& command : commands()) names.emplace_back(command.name);
  throw UsageError(say("unknown command '{0}'; {1}", {arguments.front(), suggest(arguments.front(), names, "see boctach help")}));
}

int complain(int code, const std::string& message) {
  std::cerr << "boctach: " << say(message) << '\n';
  return code;
}

// Takes --lang out of a line, wherever it stands, and sets the language.
Arguments in_language(const Arguments& arguments) {
  set_language(language_of_environment());
  Arguments rest;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string name;
    if (arguments[i].compare(0, 7, "--lang=") == 0) {
      name = arguments[i].substr(7);
    } else if (arguments[i] == "--lang") {
      if (i + 1 == arguments.size()) throw UsageError("--lang wants vi or en");
      name = arguments[++i];
    } else {
      rest.push_back(arguments[i]);
      continue;
    }
    if (!set_language(name)) throw UsageError(say("--lang takes vi or en, not '{0}'", {name}));
  }
  return rest;
}

// The one place where failures of the world end.
int guarded(const Arguments& given) {
  try {
    const bool completes = !given.empty() && given.front() == "complete";
    const Arguments arguments = completes ? given : in_language(given);
    if (arguments.empty()) {
      std::cerr << program_help();
      return exit_usage;
    }
    const int code = dispatch(arguments);
    if (!std::cout.flush()) throw OutputError("standard output cannot be written");
    return code;
  } catch (const UsageError& error) {
    return complain(exit_usage, error.what());
  } catch (const RulesError& error) {
    return complain(exit_rules, error.what());
  } catch (const InputError& error) {
    return complain(exit_input, error.what());
  } catch (const OutputError& error) {
    // Who reads through a pipe may stop when enough was read: no failure of ours.
    return errno == EPIPE ? exit_pipe : complain(exit_output, error.what());
  } catch (const std::filesystem::filesystem_error& error) {
    return complain(exit_input, error.path1().string() + ": " + error.code().message());
  } catch (const std::bad_alloc&) {
    return complain(exit_internal, say("out of memory"));
  } catch (const std::exception& error) {
    return complain(exit_internal, say("internal error: {0}", {error.what()}));
  }
}

// Where a standard stream is closed, the next file that is opened would get its number, and what is said its bytes.
// Each is opened the wrong way round instead: using it stays the failure it was.
void hold_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) == -1 && errno == EBADF) open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace
}  // namespace boctach

int main(int argc, char** argv) {
  boctach::hold_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file past its limit is a write that fails
  std::ios::sync_with_stdio(false);
  return boctach::guarded(boctach::Arguments(argv + 1, argv + argc));
}
