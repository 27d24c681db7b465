#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "app/command.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "boctach/matcher.h"
#include "flow/rule_tests.h"
#include "formats/diagnostics_json.h"
#include "matching/pattern_lints.h"
#include "rules/diagnose.h"
#include "rules/loaded_rules.h"
#include "rules/rule_listing.h"
#include "text/messages.h"

#ifndef BOCTACH_VERSION
#define BOCTACH_VERSION "unknown"
#endif

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr const char* usage =
    "boctach rules check [DIR]\n"
    "boctach rules test [DIR] [NAME...] [--watch]\n"
    "boctach rules show [DIR] NAME...\n"
    "boctach rules diff [--old DIR] [--new DIR] INPUT...      (see boctach rules diff --help)\n"
    "boctach rules coverage INPUT...                          (see boctach rules coverage --help)\n"
    "boctach rules bench [INPUT...]                           (see boctach rules bench --help)\n"
    "boctach rules fmt [FILE|DIR...] [--check]                (see boctach rules fmt --help)\n"
    "boctach rules review --label L INPUT...                  (see boctach rules review --help)\n"
    "boctach rules new [--label L] [--into DIR]               (see boctach rules new --help)\n"
    "Checks rule files, runs the examples and counterexamples in them, and shows what a rule is in the end. NAME is a rule, PACK/RULE or a "
    "pack.";

constexpr const char* examples =
    "  boctach rules check                           the rules that run uses\n"
    "  boctach rules check my-rules                  the rules of a directory\n"
    "  boctach rules check my-rules --format sarif   for the CI of a newsroom\n"
    "  boctach rules test my-rules vn.dates          the examples of one pack\n"
    "  boctach rules show state-number --origin      with the file and line of every key\n";

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
      throw UsageError(say("no rule or pack '{0}'; {1}", {name, suggest(name, known, "`boctach rules check` names the directory")}));
    }
  }
}

void show_rules(const LoadedRules& loaded, const std::vector<std::string>& names, bool origin) {
  if (names.empty()) throw UsageError("rules show wants the name of a rule or a pack");
  for (const Pack& pack : loaded.rules.packs) {
    for (const Rule& rule : pack.rules) {
      const auto is_meant = [&](const std::string& name) { return name == rule.id || name == rule.full_name() || name == pack.name; };
      if (std::any_of(names.begin(), names.end(), is_meant)) std::cout << rule_listing(loaded, rule, origin);
    }
  }
}

// Says what is wrong with the rules, as text on standard error or else on standard output.
int check_rules(const std::vector<std::string>& given, const std::string& format, bool notes) {
  if (format != "text" && format != "json" && format != "sarif")
    throw UsageError(say("--format takes text, json or sarif, not '{0}'", {format}));
  Diagnostics diagnostics;
  const RuleSet rules = load_with_trees(find_rules(given), diagnostics, notes).rules;
  if (!diagnostics.has_errors() && Matcher::compile(rules, diagnostics)) lint_patterns(rules, diagnostics, notes);
  if (format == "text") {
    show(diagnostics);
    for (const std::string& directory : rules.directories) std::cout << (directory == rules.directories.front() ? "" : " + ") << directory;
    std::cout << ": "
              << say("{0} rules in {1} packs hold ({2})",
                     {std::to_string(count_rules(rules)), std::to_string(rules.packs.size()), rules.hash})
              << '\n';
    return exit_done;
  }
  const std::string& base = rules.directories.front();
  std::cout << (format == "json" ? diagnostics_json(diagnostics, base) : diagnostics_sarif(diagnostics, base, BOCTACH_VERSION)) << '\n';
  return diagnostics.has_errors() ? exit_rules : exit_done;
}

int test_once(const std::vector<std::string>& given, const std::vector<std::string>& names) {
  Diagnostics diagnostics;
  const RuleSet rules = load_rules(find_rules(given), diagnostics);
  show(diagnostics);
  Diagnostics compiling;
  const auto matcher = Matcher::compile(rules, compiling);
  show(compiling);
  check_names(rules, names);
  const RuleTestResult result = test_rules(rules, *matcher, names);
  for (const Diagnostic& diagnostic : result.diagnostics.all()) std::cout << format(diagnostic);
  std::cout << say("{0} examples, {1} failed", {std::to_string(result.run), std::to_string(result.failed)}) << '\n';
  return result.failed > 0 ? exit_look : exit_done;
}

// When each file of the rules was last written.
std::map<std::string, fs::file_time_type> times_of(const std::vector<std::string>& given) {
  std::map<std::string, fs::file_time_type> times;
  for (const std::string& directory : find_rules(given)) {
    std::error_code error;
    for (fs::recursive_directory_iterator it(directory, error); !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
      const auto time = it->last_write_time(error);
      if (!error) times.emplace(it->path().string(), time);
    }
  }
  return times;
}

// Runs the tests, and again whenever a file was written, until it is stopped.
int watch_tests(const std::vector<std::string>& given, const std::vector<std::string>& names) {
  static constexpr auto pause = std::chrono::milliseconds(100);
  while (true) {
    const auto before = times_of(given);
    const auto begin = std::chrono::steady_clock::now();
    try {
      test_once(given, names);
    } catch (const RulesError& error) {
      std::cout << error.what() << '\n';
    }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    std::cout << say("{0} ms; waiting for a file to be written", {std::to_string(took.count())}) << std::endl;
    if (!std::cout) throw OutputError("standard output cannot be written");
    while (times_of(given) == before) std::this_thread::sleep_for(pause);
  }
}

}  // namespace

int rules_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add_many("rules", "DIR", "lay the rules of this directory over the built-in ones; one with a main.yaml replaces them");
  options.add("format", "text|json|sarif", "check: text (default), json for editors, or sarif for CI");
  options.add("notes", "", "check: also what is only worth knowing");
  options.add("watch", "", "test: again whenever a rule file is written, until it is stopped");
  options.add("origin", "", "show: the file and line of every key");
  if (!options.parse(arguments)) return exit_done;
  std::vector<std::string> words = options.inputs();
  if (words.empty()) throw UsageError("rules wants check, test, show, diff, coverage, bench, fmt, new or review; see boctach rules --help");
  const std::string what = words.front();
  words.erase(words.begin());
  if (what != "check" && what != "test" && what != "show")
    throw UsageError(say(
        "unknown command 'rules {0}'; {1}",
        {what, suggest(what, {"check", "test", "show", "diff", "coverage", "bench", "fmt", "new", "review"}, "see boctach rules --help")}));
  std::vector<std::string> directories = options.all("rules");
  if (!words.empty() && fs::is_directory(words.front())) {
    directories.push_back(words.front());
    words.erase(words.begin());
  }
  if (what == "check" && !words.empty()) {
    if (fs::is_directory(words.front())) throw UsageError("rules check takes one directory; name those that lie over it with --rules");
    throw UsageError(say("{0}: no such directory", {words.front()}));
  }
  if (what == "check") return check_rules(directories, options.has("format") ? options.get("format") : "text", options.has("notes"));
  if (what == "test") return options.has("watch") ? watch_tests(directories, words) : test_once(directories, words);
  Diagnostics diagnostics;
  const LoadedRules loaded = load_with_trees(find_rules(directories), diagnostics);
  show(diagnostics);
  check_names(loaded.rules, words);
  show_rules(loaded, words, options.has("origin"));
  return exit_done;
}

}  // namespace boctach
