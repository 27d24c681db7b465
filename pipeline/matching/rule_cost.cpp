#include "matching/rule_cost.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>

#include "matching/gated_engine.h"
#include "matching/pattern_literals.h"
#include "matching/rule_compiler.h"
#include "matching/rule_probe.h"
#include "matching/view_set.h"
#include "rules/pattern_text.h"

namespace boctach {
namespace {

constexpr int passes = 3;

// The views of each article.
using Articles = std::vector<std::unique_ptr<ViewSet>>;

void run_once(const CompiledRule& rule, const Articles& articles, GatedEngine& engine, RuleCost& cost) {
  const MatchOptions options;
  const std::size_t before = engine.followed();
  cost.matches = 0;
  double nanoseconds = 0;
  for (const auto& article : articles) {
    const View& view = article->of(rule.view, rule.rule->sees);
    engine.begin(options);
    const auto begin = std::chrono::steady_clock::now();
    std::vector<RawMatch> found = engine.find_all(rule, view);
    for (RawMatch& raw : found) engine.find_groups(rule, view, raw);
    cost.matches += found.size();
    nanoseconds += std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count();
  }
  cost.followed = engine.followed() - before;
  cost.nanoseconds = std::min(cost.nanoseconds, nanoseconds);
}

RuleCost measure(const RuleSet& rules, CompiledRule& rule, const std::vector<Sweep>& sweeps, const Articles& articles) {
  RuleCost cost;
  cost.rule = rule.rule;
  const Pack& pack = *find_pack(rules, rule.rule->pack);
  const PatternTriggers triggers = find_triggers(expand_pattern(rules, pack, rule.rule->pattern.value));
  cost.starts = triggers.starts.size();
  cost.shortest = cost.starts == 0 ? 0 : std::numeric_limits<std::size_t>::max();
  for (const auto& [text, next] : triggers.starts) {
    cost.shortest = std::min(cost.shortest, text.size());
    cost.literals.push_back(readable_literal(rules, text));
  }
  if (triggers.starts.empty() && !triggers.needed.empty()) {
    for (const std::string& text : triggers.needed.front().texts) cost.literals.push_back(readable_literal(rules, text));
  }
  cost.needed = triggers.needed.size();
  cost.looked_up = rule.lexicon != nullptr;
  cost.program = rule.expression ? rule.expression->program_size() : 0;
  std::vector<Sweep> alone;
  if (rule.sweep) {
    alone.push_back(sweeps[*rule.sweep].only(rule.in_sweep));
    rule.sweep = 0;
    rule.in_sweep = 0;
  }
  const ContextSearches none;  // contexts are not looked at
  GatedEngine engine(alone, none);
  // The first pass makes the views and the states of the automaton.
  for (int pass = 0; pass <= passes; ++pass) {
    if (pass == 1) cost.nanoseconds = std::numeric_limits<double>::infinity();
    run_once(rule, articles, engine, cost);
  }
  return cost;
}

}  // namespace

std::vector<RuleCost> measure_costs(const RuleSet& rules, const std::vector<CostArticle>& articles) {
  Diagnostics diagnostics;
  RuleCompiler compiler(rules, diagnostics);
  std::vector<Stage> stages = compiler.compile();
  const std::vector<Sweep> sweeps = compiler.take_sweeps();
  const auto tables = compiler.take_tables();
  const LabelSymbols symbols(rules);
  Articles prepared;
  for (const CostArticle& article : articles) {
    prepared.push_back(std::make_unique<ViewSet>(article.findings.mentions, symbols));
    prepared.back()->text_changed(article.clean);
  }
  std::vector<RuleCost> costs;
  for (Stage& stage : stages) {
    for (auto* list : {&stage.vetoes, &stage.rules, &stage.links}) {
      for (CompiledRule& rule : *list) costs.push_back(measure(rules, rule, sweeps, prepared));
    }
  }
  return costs;
}

}  // namespace boctach
