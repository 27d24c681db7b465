#include "matching/syntax.h"

#include <algorithm>

namespace boctach {

bool Syntax::can_be_empty() const {
  const auto empty = [](const Syntax& part) { return part.can_be_empty(); };
  switch (kind) {
    case Kind::Text:
    case Kind::Class:
      return false;
    case Kind::Sequence:
      return std::all_of(parts.begin(), parts.end(), empty);
    case Kind::Alternatives:
      return std::any_of(parts.begin(), parts.end(), empty);
    case Kind::Repetition:
      return least == 0 || parts.front().can_be_empty();
    case Kind::Group:
      return parts.front().can_be_empty();
    case Kind::Nothing:
    case Kind::TextStart:
    case Kind::TextEnd:
      break;
  }
  return true;
}

std::size_t Syntax::size() const {
  std::size_t size = 1 + text.size();
  for (const Syntax& part : parts) size += part.size();
  if (kind == Kind::Repetition) size *= std::max<std::size_t>(1, most == no_end ? least : most);
  return size;
}

}  // namespace boctach
