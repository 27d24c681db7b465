#include "matching/rule_compiler.h"

#include <algorithm>
#include <future>
#include <string>
#include <thread>
#include <utility>

#include "matching/canonical_pattern.h"
#include "rules/pattern_text.h"
#include "text/messages.h"

namespace boctach {
namespace {

// A lexicon in a context is a pattern that reaches to the mention.
std::string lexicon_pattern(const ContextRule& context) {
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
  return wants_edge && (rule.span_from.empty() || rule.pattern.value.compare(0, group.size(), group) == 0);
}

}  // namespace

std::vector<Stage> RuleCompiler::compile() {
  prepare();
  std::vector<Stage> stages;
  for (const Pack& pack : rules_.packs) add_pack(pack, stages);
  for (TriggerIndex& index : triggers_) index.build();
  return stages;
}

// Nearly all of the time goes into RE2 and the search for literals, and no
// pattern needs to know of another: they are shared out to a few threads.
void RuleCompiler::prepare() {
  static constexpr std::size_t most_threads = 4;
  std::vector<std::pair<const std::string, Ready>*> work;
  for (const Pack& pack : rules_.packs) {
    for (const Rule& rule : pack.rules) {
      if (!rule.enabled) continue;
      std::string text = expand_pattern(rules_, pack, whole_pattern(rule));
      if (text.size() > largest_expansion) continue;
      if (const auto [place, fresh] = ready_.emplace(std::move(text), Ready{}); fresh) work.push_back(&*place);
    }
  }
  const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads);
  const auto run = [&work, threads](std::size_t first) {
    TriggerFinder finder;
    for (std::size_t i = first; i < work.size(); i += threads) {
      auto& [text, ready] = *work[i];
      ready.expression = Expression::compile(canonical_pattern(text), ready.error);
      if (ready.expression) ready.triggers = finder.find(text);
    }
  };
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, run, i));
  run(0);
  for (std::future<void>& other : others) other.get();
}

void RuleCompiler::add_pack(const Pack& pack, std::vector<Stage>& stages) {
  const std::size_t count = pack.stages.empty() ? 1 : pack.stages.size();
  const std::size_t first = stages.size();
  for (std::size_t i = 0; i < count; ++i) {
    stages.emplace_back();
    stages.back().pack = &pack;
    stages.back().last_of_pack = i + 1 == count;
    stages.back().triggers = triggers_.size() - 1;
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
  if (rewrites) triggers_.emplace_back();
}

CompiledRule RuleCompiler::compile_rule(const Pack& pack, const Rule& rule) {
  CompiledRule compiled;
  compiled.rule = &rule;
  Pattern pattern = rule.pattern;
  pattern.value = whole_pattern(rule);
  if (!wants_whole_line(rule)) add_lexicon(pack, compiled);
  if (compiled.lexicon && compiled.lexicon->size() > most_inlined) return finish_rule(pack, std::move(compiled));
  compiled.expression = compile_pattern(pack, pattern, wants_whole_line(rule));
  if (compiled.expression) add_triggers(pack, pattern, compiled);
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
  if (rule.each) compiled.each = compile_pattern(pack, rule.each->pattern, false);
  compile_contexts(pack, rule.context, compiled.context);
  compile_contexts(pack, rule.except, compiled.except);
  for (const FieldRule& field : rule.fields) {
    compiled.fields.push_back({&field, {}});
    for (const std::string& name : field.lexicon) compiled.fields.back().lexicons.push_back(table(pack, name));
  }
  return compiled;
}

void RuleCompiler::add_triggers(const Pack& pack, const Pattern& pattern, CompiledRule& compiled) {
  const auto ready = ready_.find(expand_pattern(rules_, pack, pattern.value));
  const PatternTriggers& triggers = ready->second.triggers;
  if (!triggers.starts.empty()) compiled.starts = triggers_.back().add(triggers.starts, starts_at_word(*compiled.rule));
  const Rule& rule = *compiled.rule;
  const bool allowed = rule.clean.drop != Drop::None || std::find(rule.allow.begin(), rule.allow.end(), "W409") != rule.allow.end() ||
                       std::find(pack.allow.begin(), pack.allow.end(), "W409") != pack.allow.end();
  if (triggers.starts.empty() && triggers.needed.empty() && !compiled.lexicon && !allowed && !compiled.expression->can_match_nothing()) {
    diagnostics_.add(
        diagnose(rules_, "W409", say("rule '{0}' runs everywhere: nothing must stand in every match", {rule.id}), pattern.mark,
                 "let one part that is required be a word, a lexicon or {{@label}}; `boctach rules bench` shows what it costs"));
  }
  for (const NeededLiterals& needed : triggers.needed) {
    TriggerSet set;
    for (const std::string& literal : needed.texts) set.emplace(literal, ByteSet::all());
    compiled.needed.push_back({triggers_.back().add(set, false), needed.least, needed.most});
  }
}

std::unique_ptr<Expression> RuleCompiler::compile_pattern(const Pack& pack, const Pattern& pattern, bool may_match_nothing) {
  std::string error;
  const std::string text = expand_pattern(rules_, pack, pattern.value);
  if (text.size() > largest_expansion) {
    diagnostics_.add(diagnose(rules_, "E411", "invalid expression: too large with all that is inserted", pattern.mark,
                              "fragments that insert each other more than once double at every step"));
    return nullptr;
  }
  const auto ready = ready_.find(text);
  const bool is_ready = ready != ready_.end() && (ready->second.expression || !ready->second.error.empty());
  auto expression = is_ready ? std::move(ready->second.expression) : Expression::compile(canonical_pattern(text), error);
  if (is_ready) error = ready->second.error;
  if (!expression) {
    diagnostics_.add(
        diagnose(rules_, "E411", say("invalid expression: {0}", {error}), pattern.mark, "patterns are RE2 with {{...}} and nothing else"));
  } else if (!may_match_nothing && expression->can_match_nothing()) {
    diagnostics_.add(diagnose(rules_, "E412", "the pattern can match nothing at all", pattern.mark, "at least one part must be required"));
  }
  return expression;
}

void RuleCompiler::compile_contexts(const Pack& pack, const std::vector<ContextRule>& written, std::vector<CompiledContext>& compiled) {
  for (const ContextRule& context : written) {
    compiled.push_back({&context, nullptr});
    if (context.place == ContextPlace::DocumentHas) continue;
    Pattern pattern = context.pattern;
    if (!context.lexicon.empty()) pattern.value = lexicon_pattern(context);
    if (pattern.mark.file.empty()) pattern.mark = context.mark;
    compiled.back().expression = compile_pattern(pack, pattern, true);
  }
}

const LexiconTable* RuleCompiler::table(const Pack& pack, const std::string& name) {
  const Lexicon* lexicon = find_lexicon(rules_, pack, name);
  if (lexicon == nullptr) return nullptr;  // reported by the loader
  auto& made = tables_[lexicon];
  if (!made) made = std::make_unique<LexiconTable>(*lexicon);
  return made.get();
}

}  // namespace boctach
