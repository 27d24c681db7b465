#ifndef BOCTACH_MATCHING_CASCADE_RUN_H_
#define BOCTACH_MATCHING_CASCADE_RUN_H_

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "boctach/matcher.h"
#include "matching/cleaning.h"
#include "matching/competition.h"
#include "matching/compiled_rule.h"
#include "matching/gated_engine.h"
#include "matching/judge.h"
#include "matching/view_set.h"

namespace boctach {

// Tells `times`, if there is one, how long it lived.
class RuleTimer {
 public:
  RuleTimer(RuleTimes* times, const Rule& rule) : times_(times), rule_(rule) {
    if (times_ != nullptr) begin_ = std::chrono::steady_clock::now();
  }
  RuleTimer(const RuleTimer&) = delete;
  RuleTimer& operator=(const RuleTimer&) = delete;
  ~RuleTimer() {
    if (times_ != nullptr) times_->add(rule_, std::chrono::steady_clock::now() - begin_);
  }

 private:
  RuleTimes* times_;
  const Rule& rule_;
  std::chrono::steady_clock::time_point begin_;
};

// One document on its way through the stages: all state of a run, none of it shared.
class CascadeRun {
 public:
  // The engine has begun with the article. All must outlive the run.
  CascadeRun(Document& document, const MatchOptions& options, const LabelSymbols& symbols, GatedEngine& engine);

  void run(const Stage& stage);
  Findings finish() &&;

 private:
  // Whether a limit was passed, by this count or before; then the article has its error.
  bool passes(const char* code, const char* what, std::size_t count, std::size_t limit);
  void drop_chrome(const Stage& stage);
  void rewrite(const std::vector<Removal>& removals);
  void match(const Stage& stage);
  void link(const Stage& stage);
  void link_with(const CompiledRule& rule, const Trial& trial);
  std::vector<HiddenStretch> find_vetoes(const Stage& stage);
  std::vector<Trial> find_trials(const std::vector<CompiledRule>& rules, const std::vector<HiddenStretch>& vetoes);
  void settle(std::vector<Trial> trials);
  void report(const Trial& trial, const Trial* winner);
  void add_mention(Trial trial);
  void add_defined(std::size_t first);
  void hide_behind(const Mention& mention);
  // By CompiledRule::view.
  const View& view_for(std::size_t number, const std::vector<std::string>& sees);
  [[nodiscard]] Candidate candidate_at(const Rule& rule, Span span) const;

  Document& document_;
  const MatchOptions& options_;
  const LabelSymbols& symbols_;
  Findings findings_;
  std::vector<HiddenStretch> hidden_;
  const Pack* pack_ = nullptr;
  std::size_t candidates_ = 0;
  ViewSet views_;
  GatedEngine& engine_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_CASCADE_RUN_H_
