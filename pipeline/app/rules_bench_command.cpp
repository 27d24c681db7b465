#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "app/article_options.h"
#include "app/command.h"
#include "app/input_options.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "flow/example_source.h"
#include "formats/terminal.h"
#include "matching/rule_cost.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach rules bench [INPUT...] [options]\n"
    "What each rule costs on a corpus: nanoseconds a kilobyte, how often its gate opened, how often it matched, the literals of its gate "
    "and the size of its program, the dearest rules first; then rules that have no gate, and what to do about it. Without INPUT the corpus "
    "is the examples of the rules.";

constexpr const char* examples =
    "  boctach rules bench                           on the examples of the rules\n"
    "  boctach rules bench samples/articles\n"
    "  boctach rules bench dump.jsonl --rules my-rules --max-ns-per-kb 2000     fails if a rule costs more\n";

constexpr std::size_t most_literals = 4;                  // shown of a gate
constexpr std::size_t most_bytes = std::size_t{4} << 20;  // of the corpus: more tells nothing new

double limit_of(const Options& options) {
  if (!options.has("max-ns-per-kb")) return 0;
  const std::string written = options.get("max-ns-per-kb");
  double limit = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), limit);
  if (error != std::errc{} || end != written.data() + written.size() || limit <= 0)
    throw UsageError(say("--max-ns-per-kb takes a number above 0, not '{0}'", {written}));
  return limit;
}

std::vector<CostArticle> read_articles(const Pipeline& pipeline, Source& source, std::size_t& bytes) {
  std::vector<CostArticle> articles;
  while (bytes < most_bytes) {
    auto document = source.next();
    if (!document) break;
    if (!document->errors.empty()) {
      std::cerr << "boctach: " << document->id << ": " << document->errors.front().message << '\n';
      continue;
    }
    Findings findings = pipeline.clean(*document);
    bytes += document->buffer.text().size();
    articles.push_back({std::string(document->buffer.text()), std::move(findings)});
  }
  return articles;
}

// Where the gate opens: in front of a match, or for a whole region.
std::string gate_of(const RuleCost& cost) {
  if (cost.looked_up) return say("entries of a lexicon");
  if (cost.starts > 0) return say("starts with ");
  return cost.needed > 0 ? say("holds ") : say("none");
}

std::string literals_of(const RuleCost& cost) {
  std::string all;
  if (cost.looked_up) return all;
  for (std::size_t i = 0; i < std::min(cost.literals.size(), most_literals); ++i)
    all.append(i == 0 ? "'" : ", '").append(visible(cost.literals[i])).append("'");
  if (cost.literals.size() > most_literals) all += say(", and {0} more", {std::to_string(cost.literals.size() - most_literals)});
  return all;
}

void print(const std::vector<RuleCost>& costs, double kilobytes) {
  std::cout << say("   ns/kB   opened/kB  matches/kB  program  rule: its gate") << '\n';
  double all = 0;
  for (const RuleCost& cost : costs) {
    char line[160];
    std::snprintf(line, sizeof line, "%8.0f %11.2f %11.2f %8d  ", cost.nanoseconds / kilobytes,
                  static_cast<double>(cost.followed) / kilobytes, static_cast<double>(cost.matches) / kilobytes, cost.program);
    std::cout << line << cost.rule->full_name() << ": " << gate_of(cost) << literals_of(cost) << '\n';
    all += cost.nanoseconds / kilobytes;
  }
  std::cout << say("{0} ns/kB for all rules, without cleaning and without looking for the literals",
                   {std::to_string(static_cast<long>(all))})
            << '\n';
}

void print_ungated(const std::vector<RuleCost>& costs) {
  for (const RuleCost& cost : costs) {
    if (!cost.is_ungated()) continue;
    std::cout
        << say("{0} has no gate and runs everywhere: nothing in its pattern must stand in every match. Let one part that is required be "
               "a word, a lexicon or {{@label}}",
               {cost.rule->full_name()})
        << '\n';
  }
}

}  // namespace

int rules_bench_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add("max-ns-per-kb", "N", "end with code 1 if a rule costs more than this");
  add_article_options(options);
  add_list_options(options);
  if (!options.parse(arguments)) return exit_done;
  const double limit = limit_of(options);
  const ArticlePipeline extraction(options);
  const auto source = has_inputs(options) ? open_articles(options) : open_examples(extraction.rules());
  std::size_t bytes = 0;
  const std::vector<CostArticle> articles = read_articles(extraction.pipeline(), *source, bytes);
  if (bytes == 0) throw InputError("no text in the input");
  const double kilobytes = static_cast<double>(bytes) / 1000;
  std::vector<RuleCost> costs = measure_costs(extraction.rules(), articles);
  std::stable_sort(costs.begin(), costs.end(), [](const RuleCost& a, const RuleCost& b) { return a.nanoseconds > b.nanoseconds; });
  print(costs, kilobytes);
  print_ungated(costs);
  int dear = 0;
  for (const RuleCost& cost : costs) {
    if (limit == 0 || cost.nanoseconds / kilobytes <= limit) continue;
    std::cerr << "boctach: "
              << say("{0} costs {1} ns/kB", {cost.rule->full_name(), std::to_string(static_cast<long>(cost.nanoseconds / kilobytes))})
              << '\n';
    ++dear;
  }
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return dear > 0 ? exit_look : exit_done;
}

}  // namespace boctach
