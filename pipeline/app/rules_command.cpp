#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "boctach/matcher.h"
#include "flow/rule_tests.h"
#include "rules/diagnose.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach rules check [DIR]\n"
    "boctach rules test [DIR] [NAME...]\n"
    "Checks rule files, and runs the examples and counterexamples in them. NAME is a rule, PACK/RULE or a pack.";

constexpr const char* examples =
    "  boctach rules check                           the rules that run uses\n"
    "  boctach rules check my-rules                  the rules of a directory\n"
    "  boctach rules test my-rules vn.dates          the examples of one pack\n";

std::size_t count_rules(const RuleSet& rules) {
  std::size_t count = 0;
  for (const Pack& pack : rules.packs) count += pack.rules.size();
  return count;
}

void check_names(const RuleSet& rules, const std::vector<std::string>& names) {
  std::vector<std::string> known;
  for (const Pack& pack : rules.packs) {
    known.push_back(pack.name);
    for (const Rule& rule : pack.rules) {
      known.push_back(rule.id);
      known.push_back(rule.full_name());
    }
  }
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      throw UsageError("no rule or pack '" + name + "'; " + suggest(name, known, "`boctach rules check` names the directory"));
    }
  }
}

}  // namespace

int rules_command(const Arguments& arguments) {
  Options options(usage, examples);
  if (!options.parse(arguments)) return exit_done;
  std::vector<std::string> words = options.inputs();
  if (words.empty()) throw UsageError("rules wants check or test; see boctach rules --help");
  const std::string what = words.front();
  words.erase(words.begin());
  if (what != "check" && what != "test")
    throw UsageError("unknown command 'rules " + what + "'; " + suggest(what, {"check", "test"}, "see boctach rules --help"));
  std::string directory;
  if (!words.empty() && std::filesystem::is_directory(words.front())) {
    directory = words.front();
    words.erase(words.begin());
  }
  if (what == "check" && !words.empty()) throw UsageError(words.front() + ": no such directory");
  Diagnostics diagnostics;
  directory = find_rules(directory);
  const RuleSet rules = load_rules(directory, diagnostics);
  show(diagnostics);
  Diagnostics compiling;
  const auto matcher = Matcher::compile(rules, compiling);
  show(compiling);
  if (what == "check") {
    std::cout << directory << ": " << count_rules(rules) << " rules in " << rules.packs.size() << " packs hold (" << rules.hash << ")\n";
    return exit_done;
  }
  check_names(rules, words);
  const RuleTestResult result = test_rules(rules, *matcher, words);
  for (const Diagnostic& diagnostic : result.diagnostics.all()) std::cout << format(diagnostic);
  std::cout << result.run << " examples, " << result.failed << " failed\n";
  return result.failed > 0 ? exit_look : exit_done;
}

}  // namespace boctach
