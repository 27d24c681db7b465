#ifndef BOCTACH_MATCHING_RULE_COMPILER_H_
#define BOCTACH_MATCHING_RULE_COMPILER_H_

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/rule_set.h"
#include "matching/byte_compiler.h"
#include "matching/compiled_rule.h"
#include "matching/context_search.h"
#include "matching/known_syntax.h"
#include "matching/lexicon_table.h"
#include "matching/sweep.h"
#include "rules/pattern_text.h"

namespace boctach {

// Turns rules as written into the stages of a cascade. Collects every mistake
// that only shows when expressions are compiled.
class RuleCompiler {
 public:
  // Both must outlive the compiler; `rules` also what it makes.
  RuleCompiler(const RuleSet& rules, Diagnostics& diagnostics) : rules_(rules), diagnostics_(diagnostics), expander_(rules) {}

  std::vector<Stage> compile();
  // The tables that the compiled fields point at; to be kept with the stages.
  std::map<const Lexicon*, std::unique_ptr<LexiconTable>> take_tables() { return std::move(tables_); }
  // CompiledRule::sweep numbers them. Cleaning rewrites the text; rules that run
  // before it are kept apart, so that all others look at the cleaned text alone.
  std::vector<Sweep> take_sweeps() { return std::move(sweeps_); }
  // CompiledContext::search numbers them.
  ContextSearches take_searches() { return std::move(searches_); }

 private:
  // What an expression was made into, or why it was refused.
  struct Ready {
    std::unique_ptr<Expression> expression;
    std::shared_ptr<const PatternProgram> program;  // null if it has no automaton
    std::string error;
    bool is_exact = false;  // see ParsedExpression
    bool can_be_empty = false;
    bool too_large = false;
  };
  // What rules have in common that are found in one sweep: how many packs with
  // cleaning stand before them, what they see, their scope; and a number where it is one rule alone, else 0.
  using SweepKey = std::tuple<std::size_t, std::size_t, std::vector<std::string>, Scope>;

  // What a thread has made of expressions and may meet again.
  struct Workshop {
    KnownSyntax known;
    ByteCompiler compiler;
  };
  static Ready make_ready(std::string expression, bool wants_automaton, Workshop& workshop);
  void prepare();
  void add_pack(const Pack& pack, std::vector<Stage>& stages);
  CompiledRule compile_rule(const Pack& pack, const Rule& rule);
  void add_lexicon(const Pack& pack, CompiledRule& compiled);
  CompiledRule finish_rule(const Pack& pack, CompiledRule compiled);
  // Of a pattern that RE2 runs; null if it cannot.
  std::unique_ptr<Expression> compile_alone(const Pack& pack, const Pattern& pattern);
  void add_to_sweep(std::shared_ptr<const PatternProgram> program, CompiledRule& compiled);
  void check(const Ready& ready, const Mark& mark, bool may_match_nothing);
  void compile_contexts(const std::vector<ContextRule>& written, std::vector<CompiledContext>& compiled);
  std::size_t search_for(const std::string& expression);
  const LexiconTable* table(const Pack& pack, const std::string& name);

  const RuleSet& rules_;
  Diagnostics& diagnostics_;
  std::map<const Lexicon*, std::unique_ptr<LexiconTable>> tables_;
  PatternExpander expander_;
  std::map<const Rule*, Ready> ready_;  // what their patterns were made into
  std::map<const ContextRule*, Ready> ready_contexts_;
  std::vector<Sweep> sweeps_;
  std::map<SweepKey, std::size_t> sweep_numbers_;
  ContextSearches searches_;
  std::map<std::string, std::size_t> search_numbers_;                      // by expression
  std::map<std::vector<std::string>, std::size_t> view_numbers_{{{}, 0}};  // by Rule::sees
  std::size_t cleanings_ = 0;                                              // packs with cleaning so far
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_RULE_COMPILER_H_
