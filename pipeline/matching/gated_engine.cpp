#include "matching/gated_engine.h"

#include <algorithm>

#include "text/case_fold.h"
#include "text/unicode.h"

namespace boctach {

GatedEngine::GatedEngine(const std::vector<Sweep>& sweeps)
    : sweeps_(sweeps),
      runs_(sweeps.size()),
      gate_([this](std::string_view bytes) { return ask(bytes, false); }, [this](std::string_view bytes) { return ask(bytes, true); }) {
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

StartGate::Sweeps GatedEngine::ask(std::string_view bytes, bool at_start) {
  StartGate::Sweeps sweeps = 0;
  for (std::size_t i = 0; i < gated_.size(); ++i) {
    if (run_of(gated_[i]).may_start_with(bytes, at_start)) sweeps |= StartGate::Sweeps{1} << i;
  }
  return sweeps;
}

void GatedEngine::scan(std::size_t sweep, const View& view) {
  const auto gated = std::find(gated_.begin(), gated_.end(), sweep);
  if (gated == gated_.end() || options_->candidates) {
    run_of(sweep).scan(view, options_->candidates);
  } else {
    run_of(sweep).scan(view, gate_, StartGate::Sweeps{1} << (gated - gated_.begin()));
  }
}

std::vector<RawMatch> GatedEngine::find_all(const CompiledRule& rule, const View& view) {
  std::vector<RawMatch> found;
  if (options_->gate && !rule.expression) {
    look_up(rule, view, found);
    return found;
  }
  if (!options_->gate || !rule.sweep) return boctach::find_all(rule, view);
  SweepRun& run = run_of(*rule.sweep);
  if (run.view() != &view) scan(*rule.sweep, view);
  for (const SweepRun::Hit& hit : run.of(rule.in_sweep)) {
    RawMatch raw{{{hit.span.begin, hit.span.end}, {}}, hit.region};
    const std::string_view region = hit.region.of(view.text());
    const auto& places = run.groups(rule.in_sweep, region, {hit.span.begin - hit.region.begin, hit.span.end - hit.region.begin});
    for (std::size_t group = 0; 2 * group < places.size(); ++group) {
      if (places[2 * group] == LazyAutomaton::npos || places[2 * group + 1] == LazyAutomaton::npos) continue;
      const Span span{hit.region.begin + places[2 * group], hit.region.begin + places[2 * group + 1]};
      raw.match.groups.emplace_back(sweeps_[*rule.sweep].pattern(rule.in_sweep).groups[group], span);
    }
    found.push_back(std::move(raw));
  }
  return found;
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
