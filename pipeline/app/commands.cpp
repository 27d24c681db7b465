#include "app/commands.h"

#include <algorithm>
#include <iostream>
#include <string_view>

#include "text/messages.h"

#ifndef BOCTACH_VERSION
#define BOCTACH_VERSION "unknown"
#endif

namespace boctach {
namespace {

constexpr std::size_t column = 42;  // of the help, where the lines about commands start

int version_command(const Arguments& /*arguments*/) {
  std::cout << "boctach " BOCTACH_VERSION "\n";
  return exit_done;
}

int help_command(const Arguments& /*arguments*/) {
  std::cout << program_help();
  return exit_done;
}

bool starts_with(const Arguments& words, const Arguments& name) {
  return words.size() >= name.size() && std::equal(name.begin(), name.end(), words.begin());
}

Arguments words_of(std::string_view name) {
  const std::size_t space = name.find(' ');
  if (space == std::string_view::npos) return {std::string(name)};
  return {std::string(name.substr(0, space)), std::string(name.substr(space + 1))};
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all{
      {"run", "INPUT...", "articles in, records out", run_command},
      {"pipe", "", "JSON lines in, a record out for each, at once", pipe_command},
      {"convert", "IN OUT", "records from one form to another: NDJSON, CSV tables, SQLite", convert_command},
      {"verify", "DIR|FILE.db", "is what a run wrote into a directory or database still all of it?", verify_command},
      {"quarantine", "list|show|retry DIR", "articles of a run that could not be worked on", quarantine_command},
      {"clean", "INPUT...", "the cleaned text of articles, or how it came about (--map)", clean_command},
      {"explain", "FILE|--text T", "what happened to one article, and why a rule found nothing", explain_command},
      {"grep", "PATTERN INPUT...", "a pattern of the rule language, run over articles", grep_command},
      {"near-misses", "--rule R INPUT...", "where a rule almost matched, and what stood in the way", near_misses_command},
      {"rules", "check|test|show", "check rule files, run their examples, show a rule as it is in the end", rules_command},
      {"rules diff", "INPUT...", "what a change of rules finds, loses and reads otherwise", rules_diff_command},
      {"rules coverage", "INPUT...", "what each rule does on a corpus", rules_coverage_command},
      {"rules bench", "INPUT...", "what each rule costs, and which have no gate", rules_bench_command},
      {"rules fmt", "[FILE|DIR...]", "rule files in the one way they should look", rules_fmt_command},
      {"rules new", "", "a first rule of your own from one marked example", rules_new_command},
      {"rules review", "--label L INPUT...", "mentions to be judged one by one, as examples of your rules", rules_review_command},
      {"eval", "--gold DIR RECORDS...", "how right records are, held against gold", eval_command},
      {"gold export", "RECORDS...", "articles with their marks, for brat, doccano or Label Studio", gold_export_command},
      {"gold import", "FILE...", "gold out of what these tools have written", gold_import_command},
      {"schema", "record|csv|sqlite|duckdb|rules", "what the outputs and rule files look like", schema_command},
      {"doctor", "", "what the program works with: versions, locale, limits, directories", doctor_command},
      {"completion", "bash|zsh|fish", "a script with which a shell completes commands and options", completion_command},
      {"man", "", "the manual page, for man", man_command},
      {"version", "", "the version of the program", version_command},
      {"help", "", "this", help_command}};
  return all;
}

const Command* find_command(Arguments& words) {
  const Command* found = nullptr;
  std::size_t size = 0;
  for (const Command& command : commands()) {
    const Arguments name = words_of(command.name);
    if (name.size() > size && starts_with(words, name)) {
      found = &command;
      size = name.size();
    }
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(size));
  return found;
}

std::string program_help() {
  std::string help =
      say("boctach takes Vietnamese public-affairs articles apart: dates, documents, people and campaigns as records.") + "\n\n";
  for (const Command& command : commands()) {
    std::string line = std::string("  boctach ") + command.name;
    if (*command.synopsis != '\0') line.append(" ").append(command.synopsis);
    line.resize(std::max(line.size() + 2, column), ' ');
    help.append(line).append(say(command.about)).append("\n");
  }
  return help + "\n" + say("Every command has --help and --lang vi|en.") + "\n";
}

}  // namespace boctach
