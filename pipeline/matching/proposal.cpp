#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "boctach/matcher.h"
#include "matching/rule_probe.h"
#include "matching/why_not.h"
#include "rules/pattern_text.h"
#include "rules/yaml_text.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t most_proposals = 2;

// A rule set with one thing changed, and the overlay that changes it.
struct Change {
  RuleSet rules;
  std::string overlay;
};

std::string escaped(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// The letters and digits a text starts with, or the one sign.
std::string_view first_word(std::string_view text) {
  std::size_t end = text.empty() ? 0 : decode(text, 0).size;
  while (end < text.size() && !is_word_edge(text, end)) end += decode(text, end).size;
  return text.substr(0, end);
}

Pack& pack_named(RuleSet& rules, std::string_view name) {
  return *std::find_if(rules.packs.begin(), rules.packs.end(), [&](const Pack& pack) { return pack.name == name; });
}

std::string head(const std::string& pack) { return "format: 1\noverlay: " + pack + "\n"; }

const Rule& same_rule(const RuleSet& rules, const Rule& rule) {
  const auto& all = find_pack(rules, rule.pack)->rules;
  return *std::find_if(all.begin(), all.end(), [&](const Rule& other) { return other.id == rule.id; });
}

// The word as an entry of the lexicon.
std::optional<Change> with_entry(const RuleSet& rules, const Rule& rule, const std::string& lexicon_name, std::string_view word) {
  const std::size_t slash = lexicon_name.find('/');
  const std::string pack = slash == std::string::npos ? rule.pack : lexicon_name.substr(0, slash);
  const std::string name = slash == std::string::npos ? lexicon_name : lexicon_name.substr(slash + 1);
  Change change{rules, head(pack)};
  auto& lexicons = pack_named(change.rules, pack).lexicons;
  const auto lexicon = lexicons.find(name);
  if (lexicon == lexicons.end()) return std::nullopt;
  LexiconEntry entry{std::string(word), {}, {}};
  entry.columns.assign(std::max<std::size_t>(1, lexicon->second.columns.size()), std::string(word));
  lexicon->second.entries.push_back(entry);
  change.overlay += "lexicons:\n  " + name + ":\n    add:\n      - {value: " + single_quoted(word);
  for (std::size_t i = 1; i < lexicon->second.columns.size(); ++i)
    change.overlay += ", " + lexicon->second.columns[i] + ": " + single_quoted(word);
  change.overlay += "}\n";
  return change;
}

// The word beside the part that did not accept it.
std::optional<Change> with_looser_part(const RuleSet& rules, const Rule& rule, const NearMiss& miss, std::string_view word) {
  const std::string& pattern = rule.pattern.value;
  const std::size_t at = pattern.find(miss.missing);
  if (at == std::string::npos || pattern.find(miss.missing, at + 1) != std::string::npos) return std::nullopt;
  std::string looser = pattern;
  looser.replace(at, miss.missing.size(), "(?:" + miss.missing + "|" + escaped(word) + ")");
  Change change{rules, head(rule.pack)};
  for (Rule& changed : pack_named(change.rules, rule.pack).rules) {
    if (changed.id == rule.id) changed.pattern.value = looser;
  }
  change.overlay += "patch:\n  - rule: " + rule.id + "\n    set:\n      pattern: " + single_quoted(looser) + "\n";
  return change;
}

std::vector<Change> changes_for(const RuleSet& rules, const Rule& rule, const NearMiss& miss, std::string_view clean) {
  std::vector<Change> changes;
  const std::string_view saw = miss.saw.of(clean);
  const std::string_view word = miss.at_front ? saw : first_word(saw);
  if (word.empty() || saw.find('\n') != std::string_view::npos) return changes;
  const std::string inserted = expand_fragments(rules, *find_pack(rules, rule.pack), miss.missing);
  for (const Insertion& insertion : insertions(inserted)) {
    if (insertion.name.rfind("lex:", 0) != 0) continue;
    if (auto change = with_entry(rules, rule, insertion.name.substr(4), word)) changes.push_back(std::move(*change));
  }
  if (changes.empty() && miss.missing.find("{{@") == std::string::npos) {
    if (auto change = with_looser_part(rules, rule, miss, word)) changes.push_back(std::move(*change));
  }
  return changes;
}

// What the changed rule finds at the place; nothing if it still finds nothing. Packs behind it have no say in that.
std::optional<std::string> found_with(RuleSet& changed, const Rule& rule, std::string_view clean, Span place) {
  for (auto pack = changed.packs.rbegin(); pack->name != rule.pack; ++pack) {
    for (Rule& later : pack->rules) later.enabled = false;
  }
  Diagnostics diagnostics;
  const auto matcher = Matcher::compile(changed, diagnostics);
  if (!matcher) return std::nullopt;
  Document document;
  document.buffer = TextBuffer(std::string(clean));
  MatchOptions options;
  options.cleaning = false;
  options.until_pack = rule.pack;
  const Findings findings = matcher->run(document, options);
  for (const Mention& mention : findings.mentions) {
    if (mention.rule->full_name() == rule.full_name() && mention.span.overlaps(place)) return std::string(mention.span.of(clean));
  }
  return std::nullopt;
}

}  // namespace

std::vector<Proposal> propose(const RuleSet& rules, std::string_view clean, const Findings& findings, const std::vector<WhyNot>& reasons) {
  std::vector<Proposal> proposals;
  for (const WhyNot& reason : reasons) {
    for (const NearMiss& miss : reason.misses) {
      for (Change& change : changes_for(rules, *reason.rule, miss, clean)) {
        if (proposals.size() == most_proposals) return proposals;
        const Span place = hull(miss.span, miss.saw);
        // Whether the pattern matches is quickly seen; only then all rules are tried together.
        if (!RuleProbe(change.rules, same_rule(change.rules, *reason.rule)).matches_at(clean, findings, place)) continue;
        auto found = found_with(change.rules, *reason.rule, clean, place);
        const bool is_new =
            std::none_of(proposals.begin(), proposals.end(), [&](const Proposal& other) { return other.overlay == change.overlay; });
        if (found && is_new) proposals.push_back({reason.rule, std::move(change.overlay), std::move(*found)});
      }
    }
  }
  return proposals;
}

}  // namespace boctach
