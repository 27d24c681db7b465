#ifndef BOCTACH_MATCHING_RULE_COMPILER_H_
#define BOCTACH_MATCHING_RULE_COMPILER_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/rule_set.h"
#include "matching/compiled_rule.h"
#include "matching/lexicon_table.h"
#include "matching/pattern_literals.h"
#include "matching/trigger_index.h"

namespace boctach {

// Turns rules as written into the stages of a cascade. Collects every mistake
// that only shows when expressions are compiled.
class RuleCompiler {
 public:
  // Both must outlive the compiler; `rules` also what it makes.
  RuleCompiler(const RuleSet& rules, Diagnostics& diagnostics) : rules_(rules), diagnostics_(diagnostics) {}

  std::vector<Stage> compile();
  // The tables that the compiled fields point at; to be kept with the stages.
  std::map<const Lexicon*, std::unique_ptr<LexiconTable>> take_tables() { return std::move(tables_); }
  // The literals of the compiled rules, as Stage::triggers numbers them. Cleaning
  // rewrites the text; rules that run before it are kept apart, so that the
  // literals of all others are looked for in the cleaned text alone.
  std::vector<TriggerIndex> take_triggers() { return std::move(triggers_); }

 private:
  // What RE2 made of an expression, or why it refused it, and its literals.
  struct Ready {
    std::unique_ptr<Expression> expression;
    std::string error;
    PatternTriggers triggers;
  };

  void prepare();
  void add_pack(const Pack& pack, std::vector<Stage>& stages);
  CompiledRule compile_rule(const Pack& pack, const Rule& rule);
  void add_lexicon(const Pack& pack, CompiledRule& compiled);
  CompiledRule finish_rule(const Pack& pack, CompiledRule compiled);
  void add_triggers(const Pack& pack, const Pattern& pattern, CompiledRule& compiled);
  std::unique_ptr<Expression> compile_pattern(const Pack& pack, const Pattern& pattern, bool may_match_nothing);
  void compile_contexts(const Pack& pack, const std::vector<ContextRule>& written, std::vector<CompiledContext>& compiled);
  const LexiconTable* table(const Pack& pack, const std::string& name);

  const RuleSet& rules_;
  Diagnostics& diagnostics_;
  std::map<const Lexicon*, std::unique_ptr<LexiconTable>> tables_;
  std::map<std::string, Ready> ready_;  // by the expression; each is taken once
  std::vector<TriggerIndex> triggers_{1};
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_RULE_COMPILER_H_
