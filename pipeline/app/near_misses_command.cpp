#include <algorithm>
#include <charconv>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "app/article_options.h"
#include "app/command.h"
#include "app/input_options.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "formats/cause_words.h"
#include "matching/rule_probe.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach near-misses --rule PACK/ID INPUT... [options]\n"
    "Where the pattern of a rule began to match and did not come to its end, grouped by the part that was missing and the word that stood\n"
    "there instead: what a lexicon lacks, or a part that is too strict.";

constexpr const char* examples =
    "  boctach near-misses --rule vn.documents/state-number samples/articles\n"
    "  boctach near-misses --rule vn.people/behind-honorific dump.jsonl --least 2\n";

constexpr std::size_t most_groups = 40;
constexpr std::size_t most_shown = 3;
constexpr std::size_t context = 30;  // code points on either side

struct MissGroup {
  std::size_t count = 0;
  std::vector<std::string> shown;
};

// Parts matched, all parts, the missing one, the word that stood there.
using MissKey = std::tuple<std::size_t, std::size_t, std::string, std::string>;

std::size_t least_parts(const Options& options) {
  if (!options.has("least")) return 1;
  const std::string written = options.get("least");
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), count);
  if (error != std::errc{} || end != written.data() + written.size() || count < 1)
    throw UsageError(say("--least takes a number from 1, not '{0}'", {written}));
  return count;
}

std::string shown_at(const Document& document, const NearMiss& miss) {
  const std::string_view text = document.buffer.text();
  const std::size_t end = forward(text, std::max(miss.saw.end, miss.span.end), context);
  std::string line = document.id + ":" + std::to_string(document.buffer.map().source(miss.span).begin) + ": ";
  const std::size_t begin = std::min(miss.saw.begin, miss.span.begin);
  std::size_t from = back(text, begin, context);
  // From the start of a word.
  while (from > 0 && from < begin && !is_word_edge(text, from)) from = forward(text, from, 1);
  line += text.substr(from, begin - from);
  if (miss.at_front) {
    line.append("[").append(miss.saw.of(text)).append("]").append(text.substr(miss.saw.end, end - miss.saw.end));
  } else {
    line.append(miss.span.of(text))
        .append(" [")
        .append(miss.saw.of(text))
        .append("]")
        .append(text.substr(miss.saw.end, end - miss.saw.end));
  }
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

std::string reason_of(const std::string& missing, const std::string& saw, Scope scope) {
  if (saw.empty()) return say("{0} would stand outside of the {1} (`scope`)", {missing, scope_in_words(scope)});
  const std::size_t begin = saw.find_first_not_of(" \n");
  const std::string word = saw.substr(begin, saw.find_last_not_of(" \n") + 1 - begin);
  return word == saw ? say("{0} did not accept '{1}'", {missing, word})
                     : say("{0} did not accept the line break beside '{1}'", {missing, word});
}

void print(const std::map<MissKey, MissGroup>& groups, Scope scope) {
  std::vector<const std::pair<const MissKey, MissGroup>*> order;
  for (const auto& group : groups) order.push_back(&group);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    const bool farther = std::get<0>(a->first) > std::get<0>(b->first);
    return std::get<0>(a->first) != std::get<0>(b->first) ? farther : a->second.count > b->second.count;
  });
  for (std::size_t i = 0; i < std::min(order.size(), most_groups); ++i) {
    const auto& [matched, parts, missing, word] = order[i]->first;
    std::cout << std::setw(6) << order[i]->second.count << "  "
              << say("{0} of {1} parts; {2}", {std::to_string(matched), std::to_string(parts), reason_of(missing, word, scope)}) << '\n';
    for (const std::string& line : order[i]->second.shown) std::cout << "          " << line << '\n';
  }
  if (order.size() > most_groups) std::cout << say("and {0} more groups", {std::to_string(order.size() - most_groups)}) << '\n';
}

}  // namespace

int near_misses_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add("rule", "RULE", "the rule: PACK/ID, or ID where no other pack has it");
  options.add("least", "N", "how many parts of the pattern must have matched (default 1)");
  add_article_options(options);
  add_list_options(options);
  if (!options.parse(arguments)) return exit_done;
  if (!options.has("rule")) throw UsageError("near-misses wants --rule");
  if (!has_inputs(options)) throw UsageError("near-misses wants articles; '-' reads standard input");
  const std::size_t least = least_parts(options);
  const ArticlePipeline extraction(options);
  const Rule& rule = rule_named(extraction.rules(), options.get("rule"));
  if (!rule.enabled) throw UsageError(switched_off_in_words(rule));
  const RuleProbe probe(extraction.rules(), rule);
  std::map<MissKey, MissGroup> groups;
  const auto source = open_articles(options);
  while (auto document = source->next()) {
    const Findings findings = extraction.pipeline().clean(*document);
    if (!document->errors.empty()) {
      std::cerr << "boctach: " << document->id << ": " << document->errors.front().message << '\n';
      continue;
    }
    const std::string_view text = document->buffer.text();
    for (const NearMiss& miss : probe.near_misses(text, findings, least)) {
      MissGroup& group = groups[{miss.matched, miss.parts, miss.missing, std::string(miss.saw.of(text))}];
      ++group.count;
      if (group.shown.size() < most_shown) group.shown.push_back(shown_at(*document, miss));
    }
  }
  print(groups, rule.scope);
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return exit_done;
}

}  // namespace boctach
