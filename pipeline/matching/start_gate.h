#ifndef BOCTACH_MATCHING_START_GATE_H_
#define BOCTACH_MATCHING_START_GATE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <string_view>
#include <vector>

#include "matching/view.h"

namespace boctach {

// Where in a view what may be found. Of every place where a word starts, the
// few bytes from there on tell which sweeps can find nothing there; that is
// worked out once for such bytes and remembered, from one text to the next,
// because texts are made of the same words. For one thread.
class StartGate {
 public:
  // A set of the sweeps, as bits; those that ask() was made for.
  using Sweeps = std::uint32_t;
  static constexpr std::size_t most_sweeps = 31;

  struct Start {
    std::uint32_t place;
    Sweeps sweeps;
  };

  // `ask` says which sweeps may find something where a text starts like this,
  // behind the start of a region, whether the text goes on or a region ends in it.
  explicit StartGate(std::function<Sweeps(std::string_view)> ask);

  // Places of the view, ascending, where a sweep may find something that does
  // not start inside a word. Kept until forget().
  const std::vector<Start>& starts(const View& view);
  void forget();
  void forget_folded();

 private:
  struct Known {
    const View* view;
    bool is_base;
    std::vector<Start> starts;
  };
  static constexpr Sweeps unknown = Sweeps{1} << most_sweeps;
  // Bytes and what was said of them.
  struct Word {
    std::uint64_t low = 0;
    std::uint64_t high = 0;  // the size in the top byte: never 0
    Sweeps sweeps = 0;
  };

  // Adds the starts in [from, to) of the text.
  void scan(std::string_view text, std::size_t from, std::size_t to, std::vector<Start>& starts);
  // Adds the starts of a view, told from those of its base as far as they cannot differ.
  void map(const View& view, const std::vector<Start>& base, std::vector<Start>& starts);
  void add(std::string_view text, std::size_t at, std::size_t end, std::vector<Start>& starts);
  Sweeps look_up(std::string_view text, std::size_t at, std::size_t size);

  std::function<Sweeps(std::string_view)> ask_;
  std::vector<Word> words_;  // a hash table with open addresses
  std::size_t known_words_ = 0;
  std::vector<Sweeps> pairs_;  // by two bytes: what was said of them, or `unknown`
  std::list<Known> known_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_START_GATE_H_
