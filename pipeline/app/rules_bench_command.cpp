#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "app/article_options.h"
#include "app/command.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "matching/rule_cost.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach rules bench INPUT... [options]\n"
    "What each rule costs on a corpus: nanoseconds a kilobyte, how often its gate opened, how often it matched, the literals of its gate "
    "and the size of its program, the dearest rules first; then rules that have no gate, and what to do about it.";

constexpr const char* examples =
    "  boctach rules bench samples/articles\n"
    "  boctach rules bench dump.jsonl --rules my-rules --max-ns-per-kb 2000     fails if a rule costs more\n";

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

std::string gate_of(const RuleCost& cost) {
  if (cost.looked_up) return "lexicon";
  if (cost.starts > 0) return std::to_string(cost.starts) + " of " + std::to_string(cost.shortest) + "+ bytes";
  return cost.needed > 0 ? "a part, anywhere" : "none";
}

void print(const std::vector<RuleCost>& costs, double kilobytes) {
  std::cout << "   ns/kB   opened/kB  matches/kB  program  gate                  rule\n";
  double all = 0;
  for (const RuleCost& cost : costs) {
    char line[160];
    std::snprintf(line, sizeof line, "%8.0f %11.2f %11.2f %8d  %-20s  ", cost.nanoseconds / kilobytes,
                  static_cast<double>(cost.followed) / kilobytes, static_cast<double>(cost.matches) / kilobytes, cost.program,
                  gate_of(cost).c_str());
    std::cout << line << cost.rule->full_name() << '\n';
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
  if (!options.parse(arguments)) return exit_done;
  if (options.inputs().empty()) throw UsageError("rules bench wants articles; '-' reads standard input");
  const double limit = limit_of(options);
  const ArticlePipeline extraction(options);
  const auto source = open_source(options.inputs(), field_names(options), std::cin);
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
    std::cerr << "boctach: " << cost.rule->full_name() << " costs " << static_cast<long>(cost.nanoseconds / kilobytes) << " ns/kB\n";
    ++dear;
  }
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return dear > 0 ? exit_look : exit_done;
}

}  // namespace boctach
