#ifndef BOCTACH_MATCHING_PATTERN_LITERALS_H_
#define BOCTACH_MATCHING_PATTERN_LITERALS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "matching/syntax_knowledge.h"

namespace boctach {

// What an expression cannot do without.
struct PatternTriggers {
  // Every match starts with one of these, and goes on with one of the bytes
  // (of the text as it is, not folded); empty: not known, or not worth knowing.
  std::map<std::string, ByteSet> starts;
  std::vector<NeededLiterals> needed;  // the best first
};

// Finds them, for many expressions that have parts in common, such as lexicons:
// each is looked at once. Symbols of the view are literals of their own, never
// part of a longer one.
class TriggerFinder {
 public:
  PatternTriggers find(const Syntax& syntax);

 private:
  SyntaxKnowledge knowledge_;
};

// Those of one expression; nothing is known of one that is not read.
PatternTriggers find_triggers(std::string_view expression);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_PATTERN_LITERALS_H_
