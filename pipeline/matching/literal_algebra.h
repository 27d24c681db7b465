#ifndef BOCTACH_MATCHING_LITERAL_ALGEBRA_H_
#define BOCTACH_MATCHING_LITERAL_ALGEBRA_H_

#include <cstddef>
#include <vector>

#include "matching/literal_knowledge.h"

namespace boctach {

// One or the other.
Knowledge either(Knowledge a, Knowledge b);
// `once`, `least` times or more often; at most `most` times.
Knowledge repeated(Knowledge once, std::size_t least, std::size_t most);

// Parts that stand one behind the other.
class Sequence {
 public:
  Sequence();
  void append(Knowledge part);
  Knowledge finish() &&;

 private:
  void end_run();

  Knowledge whole_;
  Literals run_{""};
  std::size_t run_least_ = 0;  // where it starts
  std::size_t run_most_ = 0;
  bool all_exact_ = true;
};

// The sets of `knowledge.needed` and `exact`, the best first.
std::vector<NeededLiterals> needed_of(const Knowledge& knowledge);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_LITERAL_ALGEBRA_H_
