#ifndef BOCTACH_TEXT_EDITOR_H_
#define BOCTACH_TEXT_EDITOR_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "boctach/offset_map.h"

namespace boctach {

// Walks a text once, from front to back, and makes the next text together with
// the alignment back. It is the only way to change a text: nobody can alter a
// byte without saying which bytes it came from.
//
// All counts are bytes; going past the end of the input is a programming error.
// The input must outlive the editor.
class TextEditor {
 public:
  explicit TextEditor(std::string_view input) : input_(input) {}

  [[nodiscard]] std::string_view input() const { return input_; }
  // What has not been walked yet.
  [[nodiscard]] std::string_view rest() const { return input_.substr(position_); }
  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] bool at_end() const { return position_ == input_.size(); }

  void keep(std::size_t n);
  // Consumes n bytes and writes `with` for them. n may be 0 (an insertion).
  // Writing the very bytes it consumes counts as keep.
  void replace(std::size_t n, std::string_view with);
  void drop(std::size_t n);
  // Keeps everything up to `position`, which must not lie behind.
  void keep_until(std::size_t position);

  // True if anything but keep was done so far.
  [[nodiscard]] bool changed() const { return changed_; }

  struct Result {
    std::string text;
    OffsetMap map;  // from `text` to the input
  };
  // Keeps the rest and hands out the result. The editor is spent.
  Result finish() &&;

 private:
  std::string_view input_;
  std::size_t position_ = 0;
  bool changed_ = false;
  Result result_;
};

}  // namespace boctach

#endif  // BOCTACH_TEXT_EDITOR_H_
