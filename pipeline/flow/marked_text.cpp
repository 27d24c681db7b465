#include "flow/marked_text.h"

namespace boctach {
namespace {

constexpr std::string_view opening = "\u27E6";
constexpr std::string_view closing = "\u27E7";

}  // namespace

MarkedText read_marks(std::string_view marked) {
  MarkedText result;
  bool open = false;
  std::size_t begin = 0;
  while (!marked.empty()) {
    if (marked.substr(0, opening.size()) == opening) {
      result.balanced = result.balanced && !open;
      open = true;
      begin = result.text.size();
      marked.remove_prefix(opening.size());
    } else if (marked.substr(0, closing.size()) == closing) {
      result.balanced = result.balanced && open;
      open = false;
      result.spans.push_back({begin, result.text.size()});
      marked.remove_prefix(closing.size());
    } else {
      result.text += marked.front();
      marked.remove_prefix(1);
    }
  }
  result.balanced = result.balanced && !open;
  return result;
}

}  // namespace boctach
