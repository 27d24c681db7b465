#ifndef BOCTACH_MATCHING_START_GATE_H_
#define BOCTACH_MATCHING_START_GATE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <optional>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"
#include "matching/view.h"

namespace boctach {

// Where in a view what may be found. Of every place where a word starts, the
// few bytes from there on tell which sweeps can find nothing there; that is
// worked out once for such bytes and remembered, from one text to the next,
// because texts are made of the same words. For one thread.
class StartGate {
 public:
  // A set of sweeps, as bits.
  using Sweeps = std::uint64_t;
  static constexpr std::size_t most_sweeps = 63;

  struct Start {
    std::uint32_t place;
    Sweeps sweeps;
  };

  // Says which sweeps may find something where a text starts like this, whether it goes on or a region ends in it.
  using Ask = std::function<Sweeps(std::string_view)>;

  // `inside` is asked about places behind the start of a region, `opening` about those where one starts.
  StartGate(Ask inside, Ask opening);

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
  static constexpr Sweeps unknown = Sweeps{1} << most_sweeps;
  // Bytes and what was said of them.
  struct Word {
    std::uint64_t low = 0;
    std::uint64_t high = 0;  // the size in the top byte: never 0
    Sweeps sweeps = 0;
  };

  // What was said of words: a hash table with open addresses.
  class Words {
   public:
    explicit Words(Ask ask);
    // Of `size` bytes, at most 15, that stand at a place.
    Sweeps operator()(std::string_view text, std::size_t at, std::size_t size);

   private:
    Ask ask_;
    std::vector<Word> words_;
    std::size_t known_ = 0;
    std::vector<Sweeps> pairs_;  // by two bytes: what was said of them, or `unknown`
  };

  Known& known(const View& view);
  // Adds the starts in [from, to) of the text.
  void scan(std::string_view text, std::size_t from, std::size_t to, std::vector<Start>& starts);
  // Adds the starts of a view, told from those of its base as far as they cannot differ.
  void map(const View& view, const std::vector<Start>& base, std::vector<Start>& starts);
  void add(std::string_view text, std::size_t at, std::size_t end, std::vector<Start>& starts);

  Words inside_;
  Words opening_;
  std::list<Known> known_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_START_GATE_H_
