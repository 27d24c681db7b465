#include "matching/gated_engine.h"

#include <algorithm>

#include "text/case_fold.h"
#include "text/unicode.h"

namespace boctach {

GatedEngine::GatedEngine(const std::vector<Sweep>& sweeps, const ContextSearches& searches)
    : sweeps_(sweeps),
      searches_(searches),
      runs_(sweeps.size()),
      walks_(searches.size()),
      gate_([this](std::string_view bytes, Sweeps among) { return ask(bytes, false, among); },
            [this](std::string_view bytes, Sweeps among) { return ask(bytes, true, among); }) {
  for (std::size_t i = 0; i < sweeps.size(); ++i) {
    if (sweeps[i].is_of_words()) gated_.push_back(i);
  }
  // If there are too many, those of many rules have more to gain.
  std::stable_sort(gated_.begin(), gated_.end(), [&](std::size_t a, std::size_t b) { return sweeps[a].rules() > sweeps[b].rules(); });
  gated_.resize(std::min(gated_.size(), StartGate::most_sweeps));
}

void GatedEngine::begin(const MatchOptions& options) {
  options_ = &options;
  forget();
}

void GatedEngine::forget() {
  for (const auto& run : runs_) {
    if (run) run->forget();
  }
  gate_.forget();
}

void GatedEngine::forget_folded() {
  for (const auto& run : runs_) {
    if (run && run->view() != nullptr && &run->view()->base() != run->view()) run->forget();
  }
  gate_.forget_folded();
}

std::size_t GatedEngine::followed() const {
  std::size_t all = 0;
  for (const auto& run : runs_) all += run ? run->followed() : 0;
  return all;
}

SweepRun& GatedEngine::run_of(std::size_t sweep) {
  std::unique_ptr<SweepRun>& run = runs_[sweep];
  if (!run) run = std::make_unique<SweepRun>(sweeps_[sweep]);
  return *run;
}

Sweeps GatedEngine::ask(std::string_view bytes, bool at_start, Sweeps among) {
  Sweeps sweeps = 0;
  for (std::size_t i = 0; i < gated_.size(); ++i) {
    const Sweeps sweep = Sweeps{1} << i;
    if ((among & sweep) != 0 && run_of(gated_[i]).may_start_with(bytes, at_start)) sweeps |= sweep;
  }
  return sweeps;
}

void GatedEngine::scan(std::size_t sweep, const View& view) {
  const auto gated = std::find(gated_.begin(), gated_.end(), sweep);
  if (gated == gated_.end() || options_->candidates) {
    run_of(sweep).scan(view, options_->candidates);
  } else {
    run_of(sweep).scan(view, gate_, Sweeps{1} << (gated - gated_.begin()));
  }
}

std::vector<RawMatch> GatedEngine::find_all(const CompiledRule& rule, const View& view) {
  std::vector<RawMatch> found;
  if (options_->gate && !rule.expression) {
    look_up(rule, view, found);
    return found;
  }
  if (!uses_sweep(rule)) return boctach::find_all(rule, view);
  SweepRun& run = run_of(*rule.sweep);
  if (run.view() != &view) scan(*rule.sweep, view);
  const SweepRun::Hits hits = run.of(rule.in_sweep);
  found.reserve(static_cast<std::size_t>(hits.last - hits.first));
  for (const SweepRun::Hit& hit : hits) found.push_back({{hit.span, {}}, hit.region});
  return found;
}

void GatedEngine::find_groups(const CompiledRule& rule, const View& view, RawMatch& raw) {
  if (!uses_sweep(rule)) return;
  const std::vector<std::string>& names = sweeps_[*rule.sweep].pattern(rule.in_sweep).groups;
  const std::size_t shift = raw.region.begin;
  const auto& places =
      run_of(*rule.sweep).groups(rule.in_sweep, raw.region.of(view.text()), {raw.match.span.begin - shift, raw.match.span.end - shift});
  raw.match.groups.reserve(names.size());
  for (std::size_t group = 0; group < names.size(); ++group) {
    const Span span{places[2 * group], places[2 * group + 1]};
    if (span.begin == LazyAutomaton::npos || span.end == LazyAutomaton::npos) continue;
    raw.match.groups.emplace_back(names[group], Span{shift + span.begin, shift + span.end});
  }
}

bool GatedEngine::matches(const CompiledContext& context, std::string_view text) {
  if (!options_->gate || !context.search) return context.expression->matches(text);
  std::unique_ptr<ContextWalk>& walk = walks_[*context.search];
  if (!walk) walk = std::make_unique<ContextWalk>(*searches_[*context.search]);
  return walk->matches(text);
}

// Every place where a word may start, in a lexicon too large for an expression.
void GatedEngine::look_up(const CompiledRule& rule, const View& view, std::vector<RawMatch>& found) {
  std::string folded(view.text());
  if (rule.lexicon->folds_case()) fold_case_in_place(view.text(), folded);
  for (const Span region : view.regions(rule.rule->scope)) {
    const std::string_view text = std::string_view(folded).substr(0, region.end);
    for (std::size_t at = region.begin; at < region.end; at += decode(text, at).size) {
      const std::size_t size = rule.lexicon->longest_at(text, at);
      if (size > 0) found.push_back(lexicon_match(rule, {at, at + size}, region));
    }
  }
}

}  // namespace boctach
