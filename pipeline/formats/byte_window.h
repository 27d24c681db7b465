#ifndef BOCTACH_FORMATS_BYTE_WINDOW_H_
#define BOCTACH_FORMATS_BYTE_WINDOW_H_

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <utility>

#include "formats/byte_stream.h"

namespace boctach {

// The bytes of a stream that were read and not yet taken. Grows as far as who
// reads asks for more without taking.
class ByteWindow {
 public:
  // So many bytes behind ahead() may be read, whatever they hold (simdjson reads past the end).
  static constexpr std::size_t padding = 64;

  explicit ByteWindow(std::unique_ptr<ByteStream> bytes) : bytes_(std::move(bytes)) {}

  [[nodiscard]] std::string_view ahead() const { return {buffer_.get() + begin_, end_ - begin_}; }
  // Reads on; false at the end. Views of ahead() are void afterwards.
  bool more();
  // Until `size` bytes are ahead or all there are; true if it came to that many.
  bool reach(std::size_t size);
  void take(std::size_t size);
  // Of the first byte ahead, from the beginning of the stream.
  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  struct Free {
    void operator()(char* bytes) const { std::free(bytes); }
  };

  void make_room();
  void grow(std::size_t size);

  std::unique_ptr<ByteStream> bytes_;
  std::unique_ptr<char, Free> buffer_;
  std::size_t size_ = 0;  // of the buffer
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t position_ = 0;
};

// What is left of a window, as a stream.
std::unique_ptr<ByteStream> stream_of(ByteWindow window);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_BYTE_WINDOW_H_
