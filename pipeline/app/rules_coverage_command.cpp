#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "app/article_options.h"
#include "app/command.h"
#include "app/input_options.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "flow/rule_coverage.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach rules coverage INPUT... [options]\n"
    "What each rule does on a corpus: its candidates and how they ended, rules that never fire, rules that never win and to whom they "
    "lose,\n"
    "rules that find the same, and values that their lexicon does not know.";

constexpr const char* examples =
    "  boctach rules coverage samples/articles\n"
    "  boctach rules coverage dump.jsonl --rules my-rules\n";

constexpr std::size_t most_rows = 40;
constexpr std::size_t most_places = 8;

void print_table(const RuleCoverage& coverage) {
  std::cout << say("candidates     won  edge field context except  veto hidden  lost  same  rule") << '\n';
  for (const auto& [name, use] : coverage.rules) {
    if (use.never_fires()) continue;
    std::cout << std::setw(10) << use.candidates() + use.links << std::setw(8) << use.count(Outcome::Won) + use.links << std::setw(6)
              << use.count(Outcome::Edge) << std::setw(6) << use.count(Outcome::Field) << std::setw(8) << use.count(Outcome::Context)
              << std::setw(7) << use.count(Outcome::Except) << std::setw(6) << use.count(Outcome::Veto) << std::setw(7)
              << use.count(Outcome::Hidden) << std::setw(6) << use.count(Outcome::Lost) << std::setw(6) << use.count(Outcome::Same) << "  "
              << name << '\n';
  }
}

// Why none of its candidates won, but for those that lost to another rule.
void print_causes(const RuleUse& use) {
  const auto tell = [&](Outcome outcome, const std::string& name) {
    if (use.count(outcome) > 0) std::cout << ' ' << name << " (" << use.count(outcome) << ')';
  };
  tell(Outcome::Edge, say("word edge"));
  tell(Outcome::Field, say("field"));
  tell(Outcome::Context, "context");
  tell(Outcome::Except, "except");
}

void print_losers(const RuleCoverage& coverage) {
  std::cout << '\n' << say("never fire") << '\n';
  for (const auto& [name, use] : coverage.rules) {
    if (use.never_fires()) std::cout << "  " << name << '\n';
  }
  std::cout << '\n' << say("never win, and who wins or what stands in the way") << '\n';
  for (const auto& [name, use] : coverage.rules) {
    if (!use.never_wins()) continue;
    std::cout << "  " << name << ':';
    for (const auto& [winner, times] : use.beaten_by) std::cout << ' ' << winner << " (" << times << ')';
    print_causes(use);
    std::cout << '\n';
  }
}

template <typename Key, typename Count>
std::vector<std::pair<Key, std::size_t>> most_frequent(const std::map<Key, Count>& counts, std::size_t (*number)(const Count&)) {
  std::vector<std::pair<Key, std::size_t>> rows;
  for (const auto& [key, count] : counts) rows.emplace_back(key, number(count));
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  if (rows.size() > most_rows) rows.resize(most_rows);
  return rows;
}

using RulePair = std::pair<std::string, std::string>;

// The overlap matrix, by its cells that are not empty: who stood where another found something.
void print_overlaps(const RuleCoverage& coverage) {
  std::map<RulePair, std::size_t> overlaps;
  for (const auto& [name, use] : coverage.rules) {
    for (const auto& [winner, times] : use.beaten_by) overlaps[{name, winner}] += times;
  }
  std::cout << '\n' << say("lose to") << '\n';
  for (const auto& [pair, times] : most_frequent<RulePair, std::size_t>(overlaps, [](const std::size_t& n) { return n; }))
    std::cout << std::setw(8) << times << "  " << say("{0} to {1}", {pair.first, pair.second}) << '\n';
  std::cout << '\n' << say("find the same mention") << '\n';
  for (const auto& [pair, times] : most_frequent<RulePair, std::size_t>(coverage.same, [](const std::size_t& n) { return n; }))
    std::cout << std::setw(8) << times << "  " << say("{0} and {1}", {pair.first, pair.second}) << '\n';
}

void print_unknown(const RuleCoverage& coverage) {
  std::cout << '\n' << say("values unknown to their lexicon") << '\n';
  const auto number = [](const UnknownValueUse& use) { return use.count; };
  for (const auto& [key, times] : most_frequent<RulePair, UnknownValueUse>(coverage.unknown, number)) {
    const UnknownValueUse& use = coverage.unknown.at(key);
    const std::string first = use.first_article + ":" + std::to_string(use.first_raw);
    std::cout << std::setw(8) << times << "  " << key.second << "  (" << say("{0}, first in {1}", {key.first, first}) << ")\n";
  }
}

// Rules that share examples: those that are found by them alone are named, for they would be lost.
void print_examples(const std::map<std::string, ExampleUse>& uses) {
  std::cout << '\n' << say("examples that only one rule saves, of rules whose others are found by another too") << '\n';
  std::size_t rules_alone = 0;
  for (const auto& [name, use] : uses) {
    if (use.alone == use.mentions) {
      ++rules_alone;
      continue;
    }
    std::cout << "  " << say("{0} of {1}", {std::to_string(use.alone), std::to_string(use.mentions)}) << "  " << name;
    for (std::size_t i = 0; i < std::min(use.saved.size(), most_places); ++i)
      std::cout << (i == 0 ? ": " : ", ") << use.saved[i].file << ':' << use.saved[i].line;
    std::cout << (use.saved.size() > most_places ? ", ...\n" : "\n");
  }
  std::cout << "  " << say("and all examples of {0} more rules", {std::to_string(rules_alone)}) << '\n';
}

}  // namespace

int rules_coverage_command(const Arguments& arguments) {
  Options options(usage, examples);
  add_article_options(options);
  add_list_options(options);
  if (!options.parse(arguments)) return exit_done;
  if (!has_inputs(options)) throw UsageError("rules coverage wants articles; '-' reads standard input");
  const ArticlePipeline extraction(options);
  const auto source = open_articles(options);
  const RuleCoverage coverage = cover(extraction.rules(), extraction.pipeline(), *source);
  print_table(coverage);
  print_losers(coverage);
  print_overlaps(coverage);
  print_examples(cover_examples(extraction.rules(), extraction.pipeline().matcher()));
  print_unknown(coverage);
  std::cout << '\n'
            << say("{0} articles, {1} of them unreadable", {std::to_string(coverage.articles), std::to_string(coverage.failed)}) << '\n';
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return exit_done;
}

}  // namespace boctach
