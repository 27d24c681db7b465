#ifndef BOCTACH_MATCHING_PATTERN_LITERALS_H_
#define BOCTACH_MATCHING_PATTERN_LITERALS_H_

#include <compare>
#include <cstddef>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "matching/byte_set.h"

namespace boctach {

class KnownGroups;

// Texts in folded case (fold_case_in_place).
using Literals = std::set<std::string>;

constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

// Literals of which one stands in every match, and starts so many bytes behind
// the start of the match.
struct NeededLiterals {
  Literals texts;
  std::size_t least = 0;
  std::size_t most = unbounded;
};

// What an expression cannot do without.
struct PatternTriggers {
  // Every match starts with one of these, and goes on with one of the bytes
  // (of the text as it is, not folded); empty: not known, or not worth knowing.
  std::map<std::string, ByteSet> starts;
  std::vector<NeededLiterals> needed;  // the best first
};

// Reads the syntax of RE2 as far as literals go. What it does not know it takes
// for "anything": the result stays true, only weaker. Symbols of the view are
// literals of their own, never part of a longer one.
PatternTriggers find_triggers(std::string_view expression);

// The same for many expressions that have parts in common, such as lexicons:
// each part is read once.
class TriggerFinder {
 public:
  TriggerFinder();
  TriggerFinder(const TriggerFinder&) = delete;
  TriggerFinder& operator=(const TriggerFinder&) = delete;
  ~TriggerFinder();

  PatternTriggers find(std::string_view expression);

 private:
  std::unique_ptr<KnownGroups> groups_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_PATTERN_LITERALS_H_
