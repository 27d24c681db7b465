#include <cerrno>
#include <csignal>
#include <iostream>
#include <new>
#include <string>

#include "app/command.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "rules/diagnose.h"

#ifndef BOCTACH_VERSION
#define BOCTACH_VERSION "unknown"
#endif

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach takes Vietnamese public-affairs articles apart: dates, documents, people and campaigns as records.\n\n"
    "  boctach run INPUT...            articles in, records out\n"
    "  boctach pipe                    JSON lines in, a record out for each, at once\n"
    "  boctach clean INPUT...          the cleaned text of articles, or how it came about (--map)\n"
    "  boctach explain FILE|--text T   what happened to one article, stage by stage\n"
    "  boctach grep PATTERN INPUT...   a pattern of the rule language, run over articles\n"
    "  boctach near-misses --rule R    where a rule almost matched, and what stood in the way\n"
    "  boctach rules check|test|...    check rule files, run their examples, see what a change does\n"
    "  boctach schema record|rules     JSON Schemas of the output and of rule files\n"
    "  boctach version                 the version of the program\n\n"
    "Every command has --help.\n";

int dispatch(const std::string& command, const Arguments& rest) {
  if (command == "run") return run_command(rest);
  if (command == "pipe") return pipe_command(rest);
  if (command == "clean") return clean_command(rest);
  if (command == "explain") return explain_command(rest);
  if (command == "grep") return grep_command(rest);
  if (command == "near-misses") return near_misses_command(rest);
  if (command == "rules") return rules_command(rest);
  if (command == "schema") return schema_command(rest);
  if (command == "version" || command == "--version") {
    std::cout << "boctach " BOCTACH_VERSION "\n";
    return exit_done;
  }
  if (command == "help" || command == "--help" || command == "-h") {
    std::cout << usage;
    return exit_done;
  }
  throw UsageError("unknown command '" + command + "'; " +
                   suggest(command, {"run", "pipe", "clean", "explain", "grep", "near-misses", "rules", "schema", "version", "help"},
                           "see boctach help"));
}

int complain(int code, const std::string& message) {
  std::cerr << "boctach: " << message << '\n';
  return code;
}

// The one place where failures of the world end.
int guarded(const Arguments& arguments) {
  if (arguments.empty()) {
    std::cerr << usage;
    return exit_usage;
  }
  try {
    const int code = dispatch(arguments.front(), Arguments(arguments.begin() + 1, arguments.end()));
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
  } catch (const std::bad_alloc&) {
    return complain(exit_internal, "out of memory");
  } catch (const std::exception& error) {
    return complain(exit_internal, std::string("internal error: ") + error.what());
  }
}

}  // namespace
}  // namespace boctach

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  return boctach::guarded(boctach::Arguments(argv + 1, argv + argc));
}
