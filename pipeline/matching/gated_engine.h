#ifndef BOCTACH_MATCHING_GATED_ENGINE_H_
#define BOCTACH_MATCHING_GATED_ENGINE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/matcher.h"
#include "matching/compiled_rule.h"
#include "matching/context_search.h"
#include "matching/plain_engine.h"
#include "matching/start_gate.h"
#include "matching/sweep.h"
#include "matching/view.h"

namespace boctach {

// Finds what the plain engine finds, for all rules of a sweep in one pass over
// a view. Rules that have no automaton run as in the plain engine. For one
// thread, and any number of articles, one after the other: its automata grow
// with what they have seen.
class GatedEngine {
 public:
  // `sweeps` and `searches`, which the rules to come refer to, must outlive the engine.
  GatedEngine(const std::vector<Sweep>& sweeps, const ContextSearches& searches);
  GatedEngine(const GatedEngine&) = delete;
  GatedEngine& operator=(const GatedEngine&) = delete;

  // To be called for every article; `options` must hold until the next one.
  void begin(const MatchOptions& options);
  // As boctach::find_all(), but find_groups() is still to be asked for the groups;
  // without MatchOptions::candidates, less those that start inside a word and must not.
  std::vector<RawMatch> find_all(const CompiledRule& rule, const View& view);
  // Adds the groups of a match that find_all() found in this view, if it has left them out. To be called once.
  void find_groups(const CompiledRule& rule, const View& view, RawMatch& raw);
  // True if the expression of a context matches somewhere in a text.
  bool matches(const CompiledContext& context, std::string_view text);
  // To be called when views with symbols end, or all of them.
  void forget_folded();
  void forget();

  // How often a match of a rule was followed so far.
  [[nodiscard]] std::size_t followed() const;

 private:
  [[nodiscard]] bool uses_sweep(const CompiledRule& rule) const { return options_->gate && rule.sweep.has_value(); }
  SweepRun& run_of(std::size_t sweep);
  void scan(std::size_t sweep, const View& view);
  [[nodiscard]] Sweeps ask(std::string_view bytes, bool at_start, Sweeps among);
  void look_up(const CompiledRule& rule, const View& view, std::vector<RawMatch>& found);

  const std::vector<Sweep>& sweeps_;
  const ContextSearches& searches_;
  std::vector<std::unique_ptr<SweepRun>> runs_;      // by sweep; made when first needed
  std::vector<std::unique_ptr<ContextWalk>> walks_;  // by search; made when first needed
  // The sweeps that the gate knows; the place is the bit.
  std::vector<std::size_t> gated_;
  StartGate gate_;
  const MatchOptions* options_ = nullptr;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_GATED_ENGINE_H_
