#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/options.h"
#include "app/written_file.h"
#include "boctach/failure.h"
#include "boctach/rule_set.h"
#include "rules/rule_files.h"
#include "rules/rule_format.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr const char* usage =
    "boctach rules fmt [FILE|DIR...] [--check]\n"
    "Writes rule files in the one way they should look: quotes, empty lines, ends of lines. Comments and values stay as they are. DIR "
    "stands "
    "for its\n"
    "*.yaml; without names, the directories of --rules or the one you are in; '-' formats standard input to standard output. Prints the "
    "files it changed.";

constexpr const char* examples =
    "  boctach rules fmt my-rules                    all rule files of a directory\n"
    "  boctach rules fmt --check my-rules            change nothing, name what would change; exit code 1 if anything\n"
    "  boctach rules fmt - <schools.yaml             for editors\n";

constexpr const char* standard_input = "-";

void add_files(const std::string& name, std::vector<std::string>& files) {
  if (!fs::is_directory(name)) {
    if (!fs::is_regular_file(name)) throw InputError(say("{0}: no such file or directory", {name}));
    files.push_back(name);
    return;
  }
  const std::size_t before = files.size();
  for (const auto& entry : fs::directory_iterator(name)) {
    std::error_code error;
    if (!is_rule_file(entry.path()) || entry.is_directory(error)) continue;
    if (!entry.is_regular_file(error)) throw InputError(say("{0}: cannot be read", {entry.path().string()}));
    files.push_back(entry.path().lexically_normal().string());
  }
  if (files.size() == before) throw InputError(say("{0}: no rule files (*.yaml) in this directory", {name}));
  std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end());
}

std::string text_of(const std::string& file) {
  if (file == standard_input) return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream || stream.bad()) throw InputError(say("{0}: cannot be read", {file}));
  return text;
}

// Its formatted text; what is wrong with it is told at once.
std::optional<std::string> formatted(const std::string& file, const std::string& text) {
  RuleSet rules;
  const std::string shown = file == standard_input ? "<stdin>" : file;
  rules.sources[shown] = text;
  Diagnostics diagnostics;
  Reporter reporter(rules, diagnostics);
  auto result = format_rules(shown, reporter);
  for (const Diagnostic& diagnostic : diagnostics.all()) std::cerr << format(diagnostic);
  return result;
}

std::vector<std::string> named_files(const Options& options) {
  std::vector<std::string> names = options.inputs();
  if (names.empty()) names = options.all("rules");
  if (names.empty()) names.emplace_back(".");
  std::vector<std::string> files;
  for (const std::string& name : names) add_files(name, files);
  return files;
}

}  // namespace

int rules_fmt_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add("check", "", "change nothing; exit code 1 if a file would change");
  options.add_many("rules", "DIR", "format the rules of this directory, if nothing else is named");
  if (!options.parse(arguments)) return exit_done;
  const bool check = options.has("check");
  const bool piped = options.inputs() == std::vector<std::string>{standard_input};
  bool refused = false;
  std::size_t changed = 0;
  for (const std::string& file : piped ? options.inputs() : named_files(options)) {
    const std::string before = text_of(file);
    const auto after = formatted(file, before);
    refused = refused || !after;
    if (!after) continue;
    if (piped && !check) {
      std::cout << *after;
    } else if (*after != before) {
      if (!check) write_file(file, *after);
      ++changed;
      std::cout << file << '\n';
    }
  }
  if (refused) return exit_rules;
  return check && changed > 0 ? exit_look : exit_done;
}

}  // namespace boctach
