#include "formats/input_lines.h"

#include <utility>

namespace boctach {

std::optional<InputLine> InputLines::next() {
  bytes_.take(std::exchange(held_, 0));
  begin_ = bytes_.position();
  InputLine line{{}, number_ + 1, begin_, false};
  std::size_t searched = 0;
  while (true) {
    const std::string_view ahead = bytes_.ahead();
    const std::size_t end = ahead.find(end_, searched);
    const bool ended = end != std::string_view::npos;
    line.too_long = line.too_long || (ended ? end : ahead.size()) > longest_;
    if (ended) {
      held_ = end + 1;
      if (!line.too_long) line.text = ahead.substr(0, end);
      break;
    }
    searched = ahead.size();
    if (line.too_long) {
      bytes_.take(ahead.size());
      searched = 0;
    }
    if (bytes_.more()) continue;
    if (bytes_.position() + bytes_.ahead().size() == begin_) return std::nullopt;
    line.text = bytes_.ahead();
    held_ = line.text.size();
    break;
  }
  ++number_;
  return line;
}

}  // namespace boctach
