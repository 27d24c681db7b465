#ifndef BOCTACH_MATCHING_GATED_ENGINE_H_
#define BOCTACH_MATCHING_GATED_ENGINE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/matcher.h"
#include "matching/compiled_rule.h"
#include "matching/plain_engine.h"
#include "matching/trigger_index.h"
#include "matching/view.h"

namespace boctach {

// Finds what the plain engine finds, and calls RE2 only where a literal says
// that a match may start. For one run and one thread: it remembers the places
// of literals in a text.
class GatedEngine {
 public:
  // `options` must outlive the engine.
  explicit GatedEngine(const MatchOptions& options) : options_(options) {}

  // The index that the rules to come refer to; to outlive the engine.
  void use(const TriggerIndex& index);

  // As boctach::find_all(); without MatchOptions::candidates, less those that
  // start inside a word and must not.
  std::vector<RawMatch> find_all(const CompiledRule& rule, const View& view);
  // How often an expression or a lexicon was asked so far.
  [[nodiscard]] std::size_t asked() const { return asked_; }
  // To be called when the view without symbols ends.
  void forget() { base_ = nullptr; }

 private:
  // Ascending places of a view that are still ahead.
  struct Places {
    const std::size_t* next;
    const std::size_t* end;
    std::size_t least = 0;  // as in NeededSet
    std::size_t most = 0;

    // True if one lies in the span; spans must not go back.
    bool any_in(Span span);
  };

  bool read(const View& base);
  void look_up(const CompiledRule& rule, const View& view, std::vector<RawMatch>& found);
  std::string_view lexicon_text(const CompiledRule& rule, const View& view, std::string& room) const;
  Places places(std::size_t set, const View& view, std::vector<std::size_t>& room) const;
  void collect_needed(const CompiledRule& rule, const View& view);
  bool needed_in(Span region);
  bool needed_behind(std::size_t start, Span region);
  void try_starts(const CompiledRule& rule, const View& view, std::vector<RawMatch>& found);
  void try_regions(const CompiledRule& rule, const View& view, std::vector<RawMatch>& found);

  const TriggerIndex* index_ = nullptr;
  const MatchOptions& options_;
  const View* base_ = nullptr;  // the view the hits are of
  bool known_ = false;
  std::size_t asked_ = 0;
  std::string folded_;  // the text of *base_
  TriggerHits hits_;
  std::vector<Places> needed_;  // of the rule at work
  std::vector<std::vector<std::size_t>> room_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_GATED_ENGINE_H_
