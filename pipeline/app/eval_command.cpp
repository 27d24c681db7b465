#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>

#include "app/command.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "formats/gold_json.h"
#include "formats/record_reading.h"
#include "formats/score_output.h"
#include "records/scorer.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach eval --gold DIR RECORDS... [--baseline OLD.jsonl] [--fail-under F1]\n"
    "Holds records against gold, what a careful reader found in the same articles: precision, recall and F1 by label, attribute and rule, "
    "and\n"
    "every error with its line and the rule that made it. Places and lines need records of run --with-text.";

constexpr const char* examples =
    "  boctach run articles --with-text -o new.jsonl && boctach eval --gold gold new.jsonl\n"
    "  boctach eval --gold gold new.jsonl --baseline old.jsonl    what a change of rules gained and lost, and by which rule\n"
    "  boctach eval --gold gold new.jsonl --fail-under 0.9 --fail-under 'documents: issuer=0.8'\n";

constexpr std::size_t most_errors = 20;  // shown without --errors

// The rows --fail-under asks about when it names none.
constexpr const char* label_rows[] = {"dates: text and value", "documents", "people", "campaigns"};

using Bounds = std::map<std::string, double>;

// "0.9", or "ROW=0.9".
Bounds bounds_of(const Options& options) {
  Bounds bounds;
  for (const std::string& given : options.all("fail-under")) {
    const std::size_t equals = given.rfind('=');
    const std::string number = equals == std::string::npos ? given : given.substr(equals + 1);
    char* end = nullptr;
    const double bound = std::strtod(number.c_str(), &end);
    if (number.empty() || *end != '\0' || !(bound >= 0 && bound <= 1))
      throw UsageError(say("--fail-under takes a number from 0 to 1, or ROW=NUMBER, not '{0}'", {given}));
    if (equals != std::string::npos) {
      bounds[given.substr(0, equals)] = bound;
    } else {
      for (const char* row : label_rows) bounds.emplace(row, bound);
    }
  }
  return bounds;
}

bool holds(const Score& score, const Bounds& bounds) {
  bool all = true;
  for (const auto& [row, bound] : bounds) {
    const auto found = score.rows.find(row);
    const bool labels = std::find(std::begin(label_rows), std::end(label_rows), row) != std::end(label_rows);
    // A label that neither gold nor records know is not wrong; a misspelt row must not pass.
    if (found == score.rows.end() && !labels) throw UsageError(say("--fail-under: there is no row '{0}'", {row}));
    if (found == score.rows.end() || found->second.f1() >= bound) continue;
    std::cerr << say("boctach: F1 of {0} is {1}, under {2}", {row, std::to_string(found->second.f1()), std::to_string(bound)}) << '\n';
    all = false;
  }
  return all;
}

Score score_of(const std::vector<Reading>& gold, const std::vector<Reading>& records) {
  const std::map<std::string, const Reading*> by_name = by_article(records);
  Scorer scorer;
  for (const Reading& article : gold) {
    auto record = by_name.find(article.id);
    if (record == by_name.end()) record = by_name.find(article.file);
    scorer.add(article, record == by_name.end() ? nullptr : record->second);
  }
  return scorer.score();
}

}  // namespace

int eval_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add("gold", "DIR", "the directory of *.gold.json files");
  options.add("errors", "", "every error, not only the first ones");
  options.add_many("fail-under", "F1", "exit code 1 if a label is under it; ROW=F1 asks about one row of the table");
  options.add("baseline", "FILE", "older records of the same articles: what was gained, lost, changed, and by which rule");
  options.add("json", "", "one JSON object");
  if (!options.parse(arguments)) return exit_done;
  if (!options.has("gold")) throw UsageError("eval wants --gold");
  if (options.inputs().empty()) throw UsageError("eval wants records to hold against the gold; '-' reads standard input");
  const Bounds bounds = bounds_of(options);
  const std::vector<Reading> gold = read_gold_directory(options.get("gold"));
  const Score score = score_of(gold, read_records(options.inputs(), std::cin));
  std::optional<Score> before;
  std::optional<ComparedScore> comparison;
  if (options.has("baseline")) {
    before = score_of(gold, read_records({options.get("baseline")}, std::cin));
    comparison.emplace(ComparedScore{*before, compare_scores(*before, score)});
  }
  if (options.has("json")) {
    std::cout << score_json(score, comparison ? &*comparison : nullptr) << '\n';
  } else {
    show_score(std::cout, score, options.has("errors") ? std::numeric_limits<std::size_t>::max() : most_errors);
    if (comparison) show_comparison(std::cout, score, *comparison);
  }
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return holds(score, bounds) ? exit_done : exit_look;
}

}  // namespace boctach
