#include "matching/pattern_lints.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "matching/byte_program.h"
#include "matching/one_pass.h"
#include "matching/pattern_literals.h"
#include "matching/syntax.h"
#include "rules/diagnose.h"
#include "rules/pattern_text.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

bool is_allowed(const Pack& pack, const Rule& rule, const std::string& code) {
  return std::find(rule.allow.begin(), rule.allow.end(), code) != rule.allow.end() ||
         std::find(pack.allow.begin(), pack.allow.end(), code) != pack.allow.end();
}

// With {{@label}} for symbols of views.
std::string readable(const RuleSet& rules, const std::string& text) {
  const std::vector<std::string> all = labels(rules);
  std::string result;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).size) {
    const Decoded c = decode(text, at);
    const bool is_label = c.code_point >= first_symbol && c.code_point - first_symbol < all.size();
    result += is_label ? "{{@" + all[c.code_point - first_symbol] + "}}" : text.substr(at, c.size);
  }
  return result;
}

void lint_gate(const RuleSet& rules, const Rule& rule, const PatternTriggers& triggers, Diagnostics& diagnostics) {
  if (!triggers.starts.empty() || !triggers.needed.empty()) return;
  diagnostics.add(diagnose(rules, "W409", say("rule '{0}' runs everywhere: nothing must stand in every match", {rule.id}),
                           rule.pattern.mark,
                           "let one part that is required be a word, a lexicon or {{@label}}; `boctach rules bench` shows what it costs"));
}

void lint_groups(const RuleSet& rules, const Rule& rule, const std::optional<ParsedExpression>& parsed, Diagnostics& diagnostics) {
  const Pack& pack = *find_pack(rules, rule.pack);
  if (!parsed || !parsed->is_exact) {
    if (is_allowed(pack, rule, "N403")) return;
    diagnostics.add(
        diagnose(rules, "N403", say("rule '{0}' is run by RE2 alone", {rule.id}), rule.pattern.mark,
                 "\\p{...}, flags other than i, or a part without end that may be empty: the automaton of all rules does not know them"));
    return;
  }
  const auto ambiguity = parsed->groups.empty() ? std::nullopt : find_ambiguity(ByteProgram(parsed->syntax));
  if (!ambiguity || is_allowed(pack, rule, "N402")) return;
  diagnostics.add(
      diagnose(rules, "N402",
               say("the groups of rule '{0}' are not taken in one pass: behind '{1}' the pattern may go on with '{2}' in two ways",
                   {rule.id, readable(rules, ambiguity->before), readable(rules, ambiguity->next)}),
               rule.pattern.mark, "let the next character decide: move a blank behind an optional word, put what starts alike together"));
}

}  // namespace

void lint_patterns(const RuleSet& rules, Diagnostics& diagnostics, bool notes) {
  TriggerFinder finder;
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      if (!rule.enabled || lone_lexicon(rule.pattern.value)) continue;
      const auto parsed = parse_expression(expand_pattern(rules, pack, rule.pattern.value));
      if (rule.clean.drop == Drop::None && !is_allowed(pack, rule, "W409"))
        lint_gate(rules, rule, parsed ? finder.find(parsed->syntax) : PatternTriggers{}, diagnostics);
      if (notes) lint_groups(rules, rule, parsed, diagnostics);
    }
  }
}

}  // namespace boctach
