#ifndef BOCTACH_FORMATS_INPUT_LINES_H_
#define BOCTACH_FORMATS_INPUT_LINES_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "formats/byte_window.h"

namespace boctach {

struct InputLine {
  std::string_view text;   // without its end; void when the next is asked for; ByteWindow::padding behind it
  std::size_t number = 0;  // from 1
  std::size_t byte = 0;    // where it begins
  bool too_long = false;   // then it has no text
};

// Lines of a stream. One that is longer than the limit is read over without being held.
class InputLines {
 public:
  InputLines(ByteWindow bytes, std::size_t longest, char end = '\n') : bytes_(std::move(bytes)), longest_(longest), end_(end) {}

  // Nothing at the end. BrokenInput if the input breaks off in this line.
  std::optional<InputLine> next();
  // Where the line begins that is read next, or that broke off.
  [[nodiscard]] std::size_t number() const { return number_ + 1; }
  [[nodiscard]] std::size_t byte() const { return begin_; }

 private:
  ByteWindow bytes_;
  std::size_t longest_;
  char end_;
  std::size_t number_ = 0;
  std::size_t begin_ = 0;
  std::size_t held_ = 0;  // of the window: the line given last
};

}  // namespace boctach

#endif  // BOCTACH_FORMATS_INPUT_LINES_H_
