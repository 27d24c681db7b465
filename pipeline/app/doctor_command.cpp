#include <sys/resource.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>

#include "app/command.h"
#include "app/input_options.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "boctach/diagnostic.h"
#include "boctach/rule_set.h"
#include "formats/input_file.h"
#include "text/messages.h"
#include "text/unicode.h"

#ifndef BOCTACH_VERSION
#define BOCTACH_VERSION "unknown"
#endif

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach doctor [--rules DIR]\n"
    "What the program works with here, to be sent along with a question: versions, locale, limits, directories and\n"
    "rules. Exit code 4 if the rules do not hold.";

constexpr const char* examples = "  boctach doctor\n";

constexpr std::uintmax_t mebi = std::uintmax_t{1} << 20;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "-" : value;
}

std::string limit_of(__rlimit_resource resource) {
  struct rlimit limit {};
  if (getrlimit(resource, &limit) != 0) return "?";
  return limit.rlim_cur == RLIM_INFINITY ? say("no limit") : std::to_string(limit.rlim_cur);
}

std::string state_of(const std::string& directory) {
  std::error_code error;
  const auto space = std::filesystem::space(directory, error);
  if (error) return error.message();
  const std::string writable = access(directory.c_str(), W_OK) == 0 ? say("may be written") : say("may not be written");
  return say("{0}, {1} MiB free", {writable, std::to_string(space.available / mebi)});
}

void tell(const std::string& what, const std::string& is) {
  std::string line = what;
  // The name may be in any language: what is aligned is what people see.
  for (std::size_t width = count_code_points(what); width < 22; ++width) line += ' ';
  std::cout << line << is << '\n';
}

}  // namespace

int doctor_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add_many("rules", "DIR", "lay the rules of this directory over the built-in ones; one with a main.yaml replaces them");
  if (!options.parse(arguments)) return exit_done;
  if (!options.inputs().empty()) throw UsageError("doctor takes options only");
  tell("boctach", BOCTACH_VERSION);
  tell(say("compiler"), __VERSION__);
  tell("Unicode, ICU", unicode_versions());
  tell(say("records"), "boctach.record/1");
  tell(say("locale"), "LC_ALL=" + variable("LC_ALL") + " LC_MESSAGES=" + variable("LC_MESSAGES") + " LANG=" + variable("LANG"));
  tell(say("language"), say("English"));
  tell(say("processors"), std::to_string(std::thread::hardware_concurrency()));
  tell(say("open files"), limit_of(RLIMIT_NOFILE));
  tell(say("bytes of memory"), limit_of(RLIMIT_AS));
  tell(say("bytes of a file"), limit_of(RLIMIT_FSIZE));
  for (const auto& [name, limit] : default_limits()) tell("--" + name, std::to_string(limit));
  const std::string scratch = variable("TMPDIR") == "-" ? "/tmp" : variable("TMPDIR");
  tell(scratch, state_of(scratch));
  tell(".", state_of("."));
  tell("BOCTACH_RULES", variable("BOCTACH_RULES"));
  Diagnostics loading;
  const RuleSet rules = load_rules(find_rules(options.all("rules")), loading);
  for (const std::string& directory : rules.directories) tell(say("rules"), directory);
  std::size_t count = 0;
  for (const Pack& pack : rules.packs) count += pack.rules.size();
  tell(say("rule set"), say("{0}, {1} rules in {2} packs", {rules.hash, std::to_string(count), std::to_string(rules.packs.size())}));
  show(loading);
  return exit_done;
}

}  // namespace boctach
