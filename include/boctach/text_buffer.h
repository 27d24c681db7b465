#ifndef BOCTACH_TEXT_BUFFER_H_
#define BOCTACH_TEXT_BUFFER_H_

#include <string>
#include <string_view>
#include <utility>

#include "boctach/offset_map.h"
#include "boctach/text_editor.h"

namespace boctach {

// The original bytes of an article, its present text, and the alignment
// between the two. `rewrite` is the only change.
class TextBuffer {
 public:
  TextBuffer() = default;
  explicit TextBuffer(std::string original)
      : original_(std::move(original)), text_(original_), map_(OffsetMap::identity(original_.size())) {}

  [[nodiscard]] std::string_view original() const { return original_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  // From the present text to the original bytes.
  [[nodiscard]] const OffsetMap& map() const { return map_; }

  // Finishes an editor that walked text() and takes its result over. An editor
  // that changed nothing costs nothing. Views of text() end here.
  void rewrite(TextEditor&& editor);

 private:
  std::string original_;
  std::string text_;
  OffsetMap map_;
};

}  // namespace boctach

#endif  // BOCTACH_TEXT_BUFFER_H_
