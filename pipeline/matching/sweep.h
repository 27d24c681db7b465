#ifndef BOCTACH_MATCHING_SWEEP_H_
#define BOCTACH_MATCHING_SWEEP_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"
#include "boctach/span.h"
#include "matching/byte_program.h"
#include "matching/lazy_automaton.h"
#include "matching/start_gate.h"
#include "matching/view.h"

namespace boctach {

// The pattern of a rule as an automaton of its own, and the names of its groups.
struct PatternProgram {
  ByteProgram program;
  std::vector<std::string> groups;
};

// True if every match starts where its text does.
bool is_anchored(const ByteProgram& program);

// Rules that look at the same text in the same scope, found in one pass over
// it: where a match of any of them may start, one automaton made of all of
// them says which do, and where each match ends.
class Sweep {
 public:
  explicit Sweep(Scope scope) : scope_(scope) {}

  // The number of the rule in this sweep. If `at_words`, a match that starts
  // inside a word is of no use.
  std::uint32_t add(std::shared_ptr<const PatternProgram> pattern, bool at_words);
  // To be called when all are in.
  void finish();
  // True if matches are of use only where words start.
  [[nodiscard]] bool is_of_words() const { return everywhere_.empty(); }
  // A sweep of one of the rules alone, whose number is then 0.
  [[nodiscard]] Sweep only(std::uint32_t rule) const;

  [[nodiscard]] Scope scope() const { return scope_; }
  [[nodiscard]] const ByteProgram& program() const { return program_; }
  [[nodiscard]] const PatternProgram& pattern(std::uint32_t rule) const { return *patterns_[rule]; }
  [[nodiscard]] std::size_t rules() const { return patterns_.size(); }
  // All rules, or those whose matches may start inside of a word and are of use there.
  [[nodiscard]] const std::vector<std::uint32_t>& everywhere() const { return everywhere_; }
  [[nodiscard]] const std::vector<std::uint32_t>& all() const { return all_; }

 private:
  Scope scope_;
  ByteProgram program_;
  std::vector<std::shared_ptr<const PatternProgram>> patterns_;
  std::vector<std::uint32_t> everywhere_;
  std::vector<std::uint32_t> all_;
};

// What a sweep found in a view, and the automata it needs for that, which are
// worth keeping from one article to the next. For one thread.
class SweepRun {
 public:
  struct Hit {
    Span span;
    Span region;
  };
  struct Hits {
    const Hit* first;
    const Hit* last;
    [[nodiscard]] const Hit* begin() const { return first; }
    [[nodiscard]] const Hit* end() const { return last; }
  };

  explicit SweepRun(const Sweep& sweep);

  // Finds every match, also, if `inside_words`, of rules to which those inside of words are of no use.
  void scan(const View& view, bool inside_words);
  // The same, without those inside of words, where the gate leaves the bit `mine`.
  void scan(const View& view, StartGate& gate, Sweeps mine);
  // False if nothing can be found where the text starts like this, whether it goes on or ends in it; at the start of a region or behind.
  [[nodiscard]] bool may_start_with(std::string_view bytes, bool at_start);
  // The matches of a rule, ascending.
  [[nodiscard]] Hits of(std::uint32_t rule) const { return {hits_.data() + begins_[rule], hits_.data() + begins_[rule + 1]}; }
  // Where the groups of a match stand, which lies in `text`, the text of a
  // region; two places each, npos where a group took no part.
  const std::vector<std::size_t>& groups(std::uint32_t rule, std::string_view text, Span match);

  // The view that was scanned last, or null.
  [[nodiscard]] const View* view() const { return view_; }
  void forget() { view_ = nullptr; }
  // How often a match was followed, by all scans.
  [[nodiscard]] std::size_t followed() const { return followed_; }

 private:
  struct Found {
    std::uint32_t rule;
    Hit hit;
  };
  struct End {
    std::uint32_t rule;
    std::size_t end;
  };

  void make_starts();
  // To be called between two walks.
  void keep_small();
  void scan_region(std::string_view text, Span region, bool inside_words);
  // Notes the matches that start here.
  void follow(std::string_view text, std::size_t begin, Span region, LazyAutomaton::Entry entry);
  void note_ends(LazyAutomaton::Entry entry, std::size_t end);
  void sort_hits();

  const Sweep& sweep_;
  LazyAutomaton automaton_;
  // At the start of a region or behind, where a word may start or inside of one.
  LazyAutomaton::Entry starts_[2][2];
  std::vector<std::unique_ptr<LazyAutomaton>> tracers_;  // by rule; made when first needed
  std::vector<std::size_t> slots_;
  const View* view_ = nullptr;
  std::vector<End> ends_;
  std::vector<Found> found_;
  std::vector<Hit> hits_;  // by rule
  std::vector<std::size_t> begins_;
  std::size_t followed_ = 0;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_SWEEP_H_
