#include "boctach/text_buffer.h"

namespace boctach {

void TextBuffer::rewrite(TextEditor&& editor) {
  if (!editor.changed()) return;
  auto [text, map] = std::move(editor).finish();
  map_ = map_.then(map);
  text_ = std::move(text);
}

}  // namespace boctach
