#include "boctach/text_editor.h"

#include <cassert>
#include <utility>

namespace boctach {

void TextEditor::keep(std::size_t n) {
  assert(n <= rest().size());
  if (result_.text.empty()) result_.text.reserve(input_.size());
  result_.text.append(input_, position_, n);
  result_.map.add_copied(n, position_);
  position_ += n;
}

void TextEditor::replace(std::size_t n, std::string_view with) {
  assert(n <= rest().size());
  if (rest().substr(0, n) == with) {
    keep(n);
    return;
  }
  result_.text.append(with);
  result_.map.add_replaced(with.size(), {position_, position_ + n});
  position_ += n;
  changed_ = true;
}

void TextEditor::drop(std::size_t n) { replace(n, {}); }

void TextEditor::keep_until(std::size_t position) {
  assert(position >= position_);
  keep(position - position_);
}

TextEditor::Result TextEditor::finish() && {
  keep(rest().size());
  return std::move(result_);
}

}  // namespace boctach
