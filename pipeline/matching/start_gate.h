#ifndef BOCTACH_MATCHING_START_GATE_H_
#define BOCTACH_MATCHING_START_GATE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"
#include "matching/known_starts.h"
#include "matching/view.h"

namespace boctach {

// Where in a view what may be found. Of every place where a word starts, the
// few bytes from there on tell which sweeps can find nothing there; that is
// worked out once for such bytes and remembered, from one text to the next,
// because texts are made of the same words. For one thread.
class StartGate {
 public:
  using Ask = KnownStarts::Ask;
  static constexpr std::size_t most_sweeps = 64;

  struct Start {
    std::uint32_t place;
    Sweeps sweeps;
  };

  // `inside` is asked about places behind the start of a region, `opening` about those where one starts.
  StartGate(const Ask& inside, const Ask& opening);

  // Places of the view, ascending, where a sweep may find something that does
  // not start inside a word. Kept until forget().
  const std::vector<Start>& starts(const View& view);
  // Which sweeps may find something at the start of each region of the view; of an empty one, none.
  const std::vector<Sweeps>& openings(const View& view, Scope scope);
  void forget();
  void forget_folded();

 private:
  struct Known {
    const View* view = nullptr;
    std::optional<std::vector<Start>> starts;
    std::array<std::optional<std::vector<Sweeps>>, 5> openings;  // by scope
  };
  // A place whose bytes are yet to be looked up.
  struct Pending {
    std::size_t at = 0;
    std::size_t end = 0;     // of its word, as far as that is looked at
    std::size_t region = 0;  // that it opens
    KnownStarts::Bytes bytes;
    Sweeps sweeps = 0;
  };
  // What is known of words, or of signs and what is behind them; and of those that may start something and what is behind
  // them, which is asked among the sweeps that the first look leaves.
  struct TwoLooks {
    explicit TwoLooks(const Ask& ask) : first(ask), behind(ask) {}

    KnownStarts first;
    KnownStarts behind;
  };
  static constexpr std::size_t most_pending = 32;  // that are looked up together

  Known& known(const View& view);
  // Adds the starts in [from, to) of the text.
  void scan(std::string_view text, std::size_t from, std::size_t to, std::vector<Start>& starts);
  // Adds the starts of a view, told from those of its base as far as they cannot differ.
  void map(const View& view, const std::vector<Start>& base, std::vector<Start>& starts);
  void add_starts(std::string_view text, std::vector<Start>& starts);
  void add_openings(std::string_view text, std::vector<Sweeps>& openings);
  // Puts a place, which ends at `end` or before, beside those to be looked up; true if there is room for no other one.
  bool put(TwoLooks& looks, std::string_view text, std::size_t at, std::size_t end, std::size_t region);
  // Finds the sweeps of those places, which are then pending no longer.
  std::span<const Pending> look_up(TwoLooks& looks, std::string_view text);

  TwoLooks inside_;
  TwoLooks opening_;
  std::array<Pending, most_pending> pending_;
  std::size_t pendings_ = 0;
  std::list<Known> known_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_START_GATE_H_
