#include "matching/pattern_lints.h"

#include <algorithm>
#include <string>

#include "matching/pattern_literals.h"
#include "rules/diagnose.h"
#include "rules/pattern_text.h"
#include "text/messages.h"

namespace boctach {
namespace {

bool is_allowed(const Pack& pack, const Rule& rule, const std::string& code) {
  return std::find(rule.allow.begin(), rule.allow.end(), code) != rule.allow.end() ||
         std::find(pack.allow.begin(), pack.allow.end(), code) != pack.allow.end();
}

}  // namespace

void lint_patterns(const RuleSet& rules, Diagnostics& diagnostics) {
  TriggerFinder finder;
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      if (!rule.enabled || rule.clean.drop != Drop::None || lone_lexicon(rule.pattern.value) || is_allowed(pack, rule, "W409")) continue;
      const PatternTriggers triggers = finder.find(expand_pattern(rules, pack, rule.pattern.value));
      if (!triggers.starts.empty() || !triggers.needed.empty()) continue;
      diagnostics.add(
          diagnose(rules, "W409", say("rule '{0}' runs everywhere: nothing must stand in every match", {rule.id}), rule.pattern.mark,
                   "let one part that is required be a word, a lexicon or {{@label}}; `boctach rules bench` shows what it costs"));
    }
  }
}

}  // namespace boctach
