#ifndef BOCTACH_FLOW_MARKED_TEXT_H_
#define BOCTACH_FLOW_MARKED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "boctach/span.h"

namespace boctach {

// The text of an example without its brackets (U+27E6, U+27E7), and what they
// enclosed.
struct MarkedText {
  std::string text;
  std::vector<Span> spans;
  bool balanced = true;
};

MarkedText read_marks(std::string_view marked);

}  // namespace boctach

#endif  // BOCTACH_FLOW_MARKED_TEXT_H_
