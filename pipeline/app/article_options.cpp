#include "app/article_options.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/input_options.h"
#include "app/loaded_rules.h"
#include "boctach/diagnostic.h"
#include "boctach/record_schema.h"
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
  made.without_text = options.has("no-text");
  if (made.with_text && made.without_text) throw UsageError("--with-text and --no-text exclude each other");
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

bool is_among(const RecordLabel& label, const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), label.array) != names.end() ||
         std::find(names.begin(), names.end(), label.label) != names.end();
}

void check_labels(const std::vector<std::string>& labels, const RuleSet& rules) {
  for (const std::string& label : labels) {
    bool known = false;
    for (const Pack& pack : rules.packs) {
      known =
          known || std::any_of(pack.records.begin(), pack.records.end(), [&](const RecordLabel& one) { return is_among(one, {label}); });
    }
    if (!known) throw UsageError(say("no array '{0}' in these rules", {label}));
  }
}

// The arrays that are left of `labels` (empty: of all).
std::vector<std::string> labels_without(const std::vector<std::string>& left_out, const std::vector<std::string>& labels,
                                        const RuleSet& rules) {
  check_labels(left_out, rules);
  if (left_out.empty()) return labels;
  std::vector<std::string> left;
  for (const Pack& pack : rules.packs) {
    for (const RecordLabel& label : pack.records) {
      if (!is_among(label, left_out) && (labels.empty() || is_among(label, labels))) left.push_back(label.array);
    }
  }
  if (left.empty()) throw UsageError("--without leaves no array");  // a list without names would mean all
  return left;
}

}  // namespace

void add_no_text(Options& options) {
  options.add("no-text", "", "quote nothing of the article: no title, no text of mentions; values and places stay");
}

void add_article_options(Options& options) {
  options.add_many("rules", "DIR", "lay the rules of this directory over the built-in ones; one with a main.yaml replaces them");
  options.add("labels", "LIST", "only these arrays: dates,documents,people,campaigns");
  options.add("without", "LIST", "not these arrays: --without people leaves the names of people out");
  options.add("offsets", "codepoints|bytes|utf16", "unit of start and end (default: codepoints)");
  options.add("with-text", "", "put the cleaned text into the record");
  options.add("no-gate", "", "run every rule everywhere: slower, the same records");
  add_input_options(options);
}

ArticlePipeline::ArticlePipeline(const Options& options) {
  RecordOptions wanted = record_options(options);
  Diagnostics loading;
  rules_ = load_rules(find_rules(options.all("rules")), loading);
  show(loading);
  check_labels(wanted.labels, rules_);
  wanted.labels = labels_without(split(options.get("without")), wanted.labels, rules_);
  for (const RecordLabel& label : record_labels(rules_)) {
    if (wanted.labels.empty() || is_among(label, wanted.labels)) labels_.push_back(label);
  }
  MatchOptions matching;
  matching.gate = !options.has("no-gate");
  matching.limits = match_limits(options);
  if (options.has("verbose")) matching.times = &times_;
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
