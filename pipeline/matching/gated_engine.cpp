#include "matching/gated_engine.h"

#include "text/case_fold.h"
#include "text/unicode.h"

namespace boctach {

GatedEngine::GatedEngine(const std::vector<Sweep>& sweeps) : sweeps_(sweeps), runs_(sweeps.size()) {}

void GatedEngine::begin(const MatchOptions& options) {
  options_ = &options;
  forget();
}

void GatedEngine::forget() {
  for (const auto& run : runs_) {
    if (run) run->forget();
  }
}

void GatedEngine::forget_folded() {
  for (const auto& run : runs_) {
    if (run && run->view() != nullptr && &run->view()->base() != run->view()) run->forget();
  }
}

std::size_t GatedEngine::followed() const {
  std::size_t all = 0;
  for (const auto& run : runs_) all += run ? run->followed() : 0;
  return all;
}

std::vector<RawMatch> GatedEngine::find_all(const CompiledRule& rule, const View& view) {
  std::vector<RawMatch> found;
  if (options_->gate && !rule.expression) {
    look_up(rule, view, found);
    return found;
  }
  if (!options_->gate || !rule.sweep) return boctach::find_all(rule, view);
  std::unique_ptr<SweepRun>& run = runs_[*rule.sweep];
  if (!run) run = std::make_unique<SweepRun>(sweeps_[*rule.sweep]);
  if (run->view() != &view) run->scan(view, options_->candidates);
  for (const SweepRun::Hit& hit : run->of(rule.in_sweep)) {
    RawMatch raw{{{hit.span.begin, hit.span.end}, {}}, hit.region};
    const std::string_view region = hit.region.of(view.text());
    const auto& places = run->groups(rule.in_sweep, region, {hit.span.begin - hit.region.begin, hit.span.end - hit.region.begin});
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
