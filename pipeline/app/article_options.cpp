#include "app/article_options.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/input_options.h"
#include "app/loaded_rules.h"
#include "boctach/diagnostic.h"
#include "rules/diagnose.h"
#include "text/messages.h"

namespace boctach {
namespace {

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    if (comma > at) parts.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return parts;
}

RecordOptions record_options(const Options& options) {
  RecordOptions made;
  made.with_text = options.has("with-text");
  made.labels = split(options.get("labels"));
  const std::string unit = options.has("offsets") ? options.get("offsets") : "codepoints";
  if (unit == "bytes") {
    made.offsets = OffsetUnit::Bytes;
  } else if (unit == "utf16") {
    made.offsets = OffsetUnit::Utf16;
  } else if (unit != "codepoints") {
    throw UsageError(say("--offsets takes codepoints, bytes or utf16, not '{0}'", {unit}));
  }
  return made;
}

void check_labels(const std::vector<std::string>& labels, const RuleSet& rules) {
  std::vector<std::string> known;
  for (const Pack& pack : rules.packs) {
    for (const RecordLabel& label : pack.records) {
      known.push_back(label.array);
      known.push_back(label.label);
    }
  }
  for (const std::string& label : labels) {
    if (std::find(known.begin(), known.end(), label) == known.end()) throw UsageError(say("no array '{0}' in these rules", {label}));
  }
}

}  // namespace

void add_article_options(Options& options) {
  options.add_many("rules", "DIR", "lay the rules of this directory over the built-in ones; one with a main.yaml replaces them");
  options.add("labels", "LIST", "only these arrays: dates,documents,people,campaigns");
  options.add("offsets", "codepoints|bytes|utf16", "unit of start and end (default: codepoints)");
  options.add("with-text", "", "put the cleaned text into the record");
  options.add("no-gate", "", "run every rule everywhere: slower, the same records");
  add_input_options(options);
}

ArticlePipeline::ArticlePipeline(const Options& options) {
  const RecordOptions wanted = record_options(options);
  Diagnostics loading;
  rules_ = load_rules(find_rules(options.all("rules")), loading);
  show(loading);
  check_labels(wanted.labels, rules_);
  MatchOptions matching;
  matching.gate = !options.has("no-gate");
  matching.limits = match_limits(options);
  Diagnostics compiling;
  pipeline_ = Pipeline::make(rules_, wanted, compiling, matching);
  show(compiling);
}

const Rule& rule_named(const RuleSet& rules, const std::string& name) {
  const Rule* found = nullptr;
  std::vector<std::string> known;
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      known.push_back(rule.full_name());
      if (rule.full_name() == name) return rule;
      if (rule.id != name) continue;
      if (found != nullptr) throw UsageError(say("several packs have a rule '{0}'; write PACK/ID", {name}));
      found = &rule;
    }
  }
  if (found == nullptr) throw UsageError(say("no rule '{0}'; {1}", {name, suggest(name, known, "a rule is written PACK/ID")}));
  return *found;
}

}  // namespace boctach
