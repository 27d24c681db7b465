#include "formats/byte_window.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace boctach {
namespace {

constexpr std::size_t least_size = std::size_t{1} << 16;

class RestOfWindow final : public ByteStream {
 public:
  explicit RestOfWindow(ByteWindow window) : window_(std::move(window)) {}

  std::size_t read(char* to, std::size_t size) override {
    if (window_.ahead().empty() && !window_.more()) return 0;
    const std::size_t count = std::min(size, window_.ahead().size());
    std::memcpy(to, window_.ahead().data(), count);
    window_.take(count);
    return count;
  }

 private:
  ByteWindow window_;
};

}  // namespace

// Pages that were never written cost nothing, and large buffers grow without being copied.
void ByteWindow::grow(std::size_t size) {
  char* larger = static_cast<char*>(std::realloc(buffer_.get(), size));
  if (larger == nullptr) throw std::bad_alloc();
  static_cast<void>(buffer_.release());
  buffer_.reset(larger);
  size_ = size;
}

void ByteWindow::make_room() {
  if (begin_ == end_) begin_ = end_ = 0;
  const auto is_full = [this] { return size_ < end_ + least_size / 4 + padding; };
  if (is_full() && begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (is_full()) grow(std::max(least_size, 2 * end_) + padding);
}

bool ByteWindow::more() {
  make_room();
  const std::size_t got = bytes_->read(buffer_.get() + end_, size_ - padding - end_);
  end_ += got;
  return got > 0;
}

bool ByteWindow::reach(std::size_t size) {
  while (ahead().size() < size) {
    if (!more()) return false;
  }
  return true;
}

void ByteWindow::take(std::size_t size) {
  begin_ += size;
  position_ += size;
}

std::unique_ptr<ByteStream> stream_of(ByteWindow window) { return std::make_unique<RestOfWindow>(std::move(window)); }

}  // namespace boctach
