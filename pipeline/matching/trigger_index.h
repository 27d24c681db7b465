#ifndef BOCTACH_MATCHING_TRIGGER_INDEX_H_
#define BOCTACH_MATCHING_TRIGGER_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "matching/byte_set.h"
#include "matching/literal_automaton.h"

namespace boctach {

// Where the literals of each set start in a text.
class TriggerHits {
 public:
  // In ascending order.
  struct Range {
    const std::size_t* first;
    const std::size_t* last;
    [[nodiscard]] const std::size_t* begin() const { return first; }
    [[nodiscard]] const std::size_t* end() const { return last; }
  };
  [[nodiscard]] Range of(std::size_t set) const { return {places_.data() + begins_[set], places_.data() + ends_[set]}; }

 private:
  friend class TriggerIndex;
  void sort(std::size_t sets);

  std::vector<std::pair<std::size_t, std::size_t>> found_;  // set, place
  std::vector<std::size_t> places_;
  std::vector<std::size_t> begins_;  // by set
  std::vector<std::size_t> ends_;
};

// Literals, each with what may stand behind it.
using TriggerSet = std::map<std::string, ByteSet>;

// The literals of all rules, found in one pass. Sets are numbered; equal sets
// are one.
class TriggerIndex {
 public:
  // The number of a set; symbols of views in it are left to the views. If
  // `at_words`, its literals are of use only where a word may start.
  std::size_t add(const TriggerSet& set, bool at_words);
  // To be called when all sets are in.
  void build();

  // `folded` is `text` in folded case. If `inside_words`, every set is looked for everywhere.
  void scan(std::string_view text, std::string_view folded, bool inside_words, TriggerHits& hits) const;
  // The symbols of a set, as UTF-8.
  [[nodiscard]] const std::vector<std::string>& symbols(std::size_t set) const { return symbols_[set]; }
  [[nodiscard]] std::size_t sets() const { return symbols_.size(); }

 private:
  // What a literal is to a set.
  struct Use {
    std::uint32_t set;
    std::uint16_t next;  // of nexts_
    bool at_words;
  };
  struct Entry {
    std::uint32_t first_use;  // to that of the next entry
    std::uint32_t size;       // bytes
  };

  std::map<std::pair<TriggerSet, bool>, std::size_t> numbers_;
  std::vector<std::vector<std::string>> symbols_;  // by set
  // Small and side by side: most of it is out of the cache whenever a new text comes.
  std::vector<Entry> entries_;  // by literal, and one more
  std::vector<Use> uses_;
  std::vector<ByteSet> nexts_;  // distinct
  LiteralAutomaton automaton_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_TRIGGER_INDEX_H_
