#include "matching/rule_compiler.h"

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>

#include "matching/syntax.h"
#include "rules/few_threads.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// A lexicon in a context is a pattern that reaches to the mention.
std::string context_pattern(const ContextRule& context) {
  if (context.lexicon.empty()) return context.pattern.value;
  const std::string words = "{{lex:" + context.lexicon + "}}";
  switch (context.place) {
    case ContextPlace::Before:
    case ContextPlace::NotBefore:
      return words + " ?\\z";
    case ContextPlace::After:
    case ContextPlace::NotAfter:
      return "\\A ?" + words;
    default:
      return "\\A" + words + "\\z";
  }
}

// Entries of a lexicon; more are only looked up, RE2 would want too much memory.
constexpr std::size_t most_inlined = 2000;

// An expression that may stand for the whole line, and nothing less.
bool wants_whole_line(const Rule& rule) {
  return rule.clean.drop == Drop::Line || rule.clean.drop == Drop::From || rule.clean.drop == Drop::Repeat;
}

// The pattern of a rule as it is run.
std::string whole_pattern(const Rule& rule) {
  return wants_whole_line(rule) ? "\\A *(?:" + rule.pattern.value + ") *\\z" : rule.pattern.value;
}

// True if a match that starts inside a word is sure to fail at its word edge.
bool starts_at_word(const Rule& rule) {
  const bool wants_edge = rule.boundary == Boundary::Word || rule.boundary == Boundary::Left;
  const std::string group = "(?P<" + rule.span_from + ">";
  return rule.begins_at_word || (wants_edge && (rule.span_from.empty() || rule.pattern.value.compare(0, group.size(), group) == 0));
}

// RE2 quotes the expression with all that is inserted.
std::string shortened(const std::string& error) {
  const std::size_t end = forward(error, 0, 80);
  return end == error.size() ? error : error.substr(0, end) + "...";
}

}  // namespace

std::vector<Stage> RuleCompiler::compile() {
  prepare();
  std::vector<Stage> stages;
  for (const Pack& pack : rules_.packs) add_pack(pack, stages);
  Turns turns(sweeps_.size());
  on_few_threads([&] {
    while (const auto turn = turns.take()) sweeps_[*turn].finish();
  });
  return stages;
}

RuleCompiler::Ready RuleCompiler::make_ready(std::string expression, bool wants_automaton, Workshop& workshop) {
  Ready ready;
  if (expression.size() > largest_expansion) {
    ready.too_large = true;
    return ready;
  }
  if (auto parsed = parse_expression(expression, &workshop.known); parsed && parsed->is_exact) {
    ready.is_exact = true;
    ready.can_be_empty = parsed->syntax.can_be_empty();
    if (wants_automaton)
      ready.program =
          std::make_shared<PatternProgram>(PatternProgram{workshop.compiler.compile(parsed->syntax), std::move(parsed->groups)});
    ready.expression = Expression::defer(std::move(expression));
    return ready;
  }
  ready.expression = Expression::compile(expression, ready.error);
  ready.can_be_empty = ready.expression && ready.expression->can_match_nothing();
  return ready;
}

// Much of the time goes into the patterns, and none needs to know of another:
// they are shared out to a few threads.
void RuleCompiler::prepare() {
  struct Work {
    const Pack& pack;
    std::string pattern;
    Ready& ready;
    bool has_automaton;
  };
  std::vector<Work> work;
  for (const Pack& pack : rules_.packs) {
    for (const Rule& rule : pack.rules) {
      if (!rule.enabled) continue;
      work.push_back({pack, whole_pattern(rule), ready_[&rule], true});
      for (const auto* contexts : {&rule.context, &rule.except}) {
        for (const ContextRule& context : *contexts) {
          if (context.place != ContextPlace::DocumentHas)
            work.push_back({pack, context_pattern(context), ready_contexts_[&context], false});
        }
      }
    }
  }
  Turns turns(work.size());
  std::mutex expanding;
  on_few_threads([&] {
    Workshop workshop;
    while (const auto turn = turns.take()) {
      const Work& mine = work[*turn];
      std::unique_lock lock(expanding);
      std::string expression = expander_.expand(mine.pack, mine.pattern);
      lock.unlock();
      mine.ready = make_ready(std::move(expression), mine.has_automaton, workshop);
    }
  });
}

void RuleCompiler::add_pack(const Pack& pack, std::vector<Stage>& stages) {
  const std::size_t count = pack.stages.empty() ? 1 : pack.stages.size();
  const std::size_t first = stages.size();
  for (std::size_t i = 0; i < count; ++i) {
    stages.emplace_back();
    stages.back().pack = &pack;
    stages.back().last_of_pack = i + 1 == count;
  }
  for (const Rule& rule : pack.rules) {
    if (!rule.enabled) continue;
    const std::string& name = rule.stage.empty() ? rule.label : rule.stage;
    const auto named = std::find(pack.stages.begin(), pack.stages.end(), name);
    const std::size_t place = named == pack.stages.end() ? count - 1 : static_cast<std::size_t>(named - pack.stages.begin());
    Stage& stage = stages[first + place];
    auto& list = rule.clean.drop != Drop::None ? stage.cleaning : rule.veto ? stage.vetoes : rule.link ? stage.links : stage.rules;
    list.push_back(compile_rule(pack, rule));
  }
  const bool rewrites = std::any_of(pack.rules.begin(), pack.rules.end(), [](const Rule& rule) { return rule.clean.drop != Drop::None; });
  if (rewrites) ++cleanings_;
}

CompiledRule RuleCompiler::compile_rule(const Pack& pack, const Rule& rule) {
  CompiledRule compiled;
  compiled.rule = &rule;
  if (!wants_whole_line(rule)) add_lexicon(pack, compiled);
  if (compiled.lexicon && compiled.lexicon->size() > most_inlined) return finish_rule(pack, std::move(compiled));
  Ready& ready = ready_[&rule];
  check(ready, rule.pattern.mark, wants_whole_line(rule));
  compiled.expression = std::move(ready.expression);
  if (ready.program) add_to_sweep(std::move(ready.program), compiled);
  return finish_rule(pack, std::move(compiled));
}

// A pattern that is one lexicon needs no expression to be found.
void RuleCompiler::add_lexicon(const Pack& pack, CompiledRule& compiled) {
  const std::string& pattern = compiled.rule->pattern.value;
  const auto name = lone_lexicon(pattern);
  const Lexicon* lexicon = name ? find_lexicon(rules_, pack, *name) : nullptr;
  if (lexicon == nullptr) return;
  compiled.lexicon = LexiconMatcher::make(*lexicon);
  const std::vector<std::string> groups = group_names(pattern);
  if (!groups.empty()) compiled.lexicon_group = groups.front();
}

CompiledRule RuleCompiler::finish_rule(const Pack& pack, CompiledRule compiled) {
  const Rule& rule = *compiled.rule;
  compiled.view = view_numbers_.emplace(rule.sees, view_numbers_.size()).first->second;
  if (rule.each) compiled.each = compile_alone(pack, rule.each->pattern);
  if (!rule.clean.until.value.empty()) compiled.until = compile_alone(pack, rule.clean.until);
  compile_contexts(rule.context, compiled.context);
  compile_contexts(rule.except, compiled.except);
  for (const FieldRule& field : rule.fields) {
    CompiledField& made = compiled.fields.emplace_back();
    made.rule = &field;
    for (const std::string& name : field.lexicon) made.lexicons.push_back(table(pack, name));
    for (const std::string& name : field.normalise) made.normalisers.push_back(find_normaliser(name));
    made.folds = std::find(field.normalise.begin(), field.normalise.end(), "fold") != field.normalise.end();
  }
  return compiled;
}

std::unique_ptr<Expression> RuleCompiler::compile_alone(const Pack& pack, const Pattern& pattern) {
  Workshop workshop;
  Ready ready = make_ready(expander_.expand(pack, pattern.value), false, workshop);
  check(ready, pattern.mark, false);
  return std::move(ready.expression);
}

void RuleCompiler::add_to_sweep(std::shared_ptr<const PatternProgram> program, CompiledRule& compiled) {
  const Rule& rule = *compiled.rule;
  // Rules that look at the start of a region alone have no pass to share, and an automaton of one has few states.
  const std::size_t alone = is_anchored(program->program) ? sweeps_.size() + 1 : 0;
  const auto [place, fresh] = sweep_numbers_.emplace(SweepKey(cleanings_, alone, rule.sees, rule.scope), sweeps_.size());
  if (fresh) sweeps_.emplace_back(rule.scope);
  compiled.sweep = place->second;
  compiled.in_sweep = sweeps_[place->second].add(std::move(program), starts_at_word(rule));
}

void RuleCompiler::check(const Ready& ready, const Mark& mark, bool may_match_nothing) {
  if (ready.too_large) {
    diagnostics_.add(diagnose(rules_, "E411", "invalid expression: too large with all that is inserted", mark,
                              "fragments that insert each other more than once double at every step"));
  } else if (!ready.expression) {
    diagnostics_.add(diagnose(rules_, "E411", say("invalid expression: {0}", {shortened(ready.error)}), mark,
                              "patterns are RE2 with {{...}} and nothing else"));
  } else if (!may_match_nothing && ready.can_be_empty) {
    diagnostics_.add(diagnose(rules_, "E412", "the pattern can match nothing at all", mark, "at least one part must be required"));
  }
}

void RuleCompiler::compile_contexts(const std::vector<ContextRule>& written, std::vector<CompiledContext>& compiled) {
  for (const ContextRule& context : written) {
    CompiledContext& made = compiled.emplace_back();
    made.rule = &context;
    if (context.place == ContextPlace::DocumentHas) continue;
    Ready& ready = ready_contexts_[&context];
    check(ready, context.pattern.mark.file.empty() ? context.mark : context.pattern.mark, true);
    if (ready.is_exact) made.search = search_for(ready.expression->pattern());
    made.expression = std::move(ready.expression);
  }
}

std::size_t RuleCompiler::search_for(const std::string& expression) {
  const auto [known, fresh] = search_numbers_.emplace(expression, searches_.size());
  if (fresh) searches_.push_back(std::make_unique<const ContextSearch>(expression));
  return known->second;
}

const LexiconTable* RuleCompiler::table(const Pack& pack, const std::string& name) {
  const Lexicon* lexicon = find_lexicon(rules_, pack, name);
  if (lexicon == nullptr) return nullptr;  // reported by the loader
  auto& made = tables_[lexicon];
  if (!made) made = std::make_unique<LexiconTable>(*lexicon);
  return made.get();
}

}  // namespace boctach
