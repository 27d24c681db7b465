#include "formats/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "boctach/failure.h"

namespace boctach {
namespace {

class StandardStream final : public ByteStream {
 public:
  explicit StandardStream(std::streambuf& buffer) : buffer_(buffer) {}

  // What is there is given at once: who writes line by line is answered line by line.
  std::size_t read(char* to, std::size_t size) override {
    try {
      if (buffer_.sgetc() == std::streambuf::traits_type::eof()) return 0;
      const auto there = static_cast<std::size_t>(std::max<std::streamsize>(buffer_.in_avail(), 1));
      return static_cast<std::size_t>(buffer_.sgetn(to, static_cast<std::streamsize>(std::min(size, there))));
    } catch (const std::ios_base::failure&) {
      // The buffer of a file throws where it cannot read.
      throw InputError(std::string("standard input: ") + std::strerror(errno));
    }
  }

 private:
  std::streambuf& buffer_;
};

[[noreturn]] void fail() { throw BrokenInput("E940", std::string("cannot be read: ") + std::strerror(errno)); }

// A system that has run out of something is no fault of the file: the run must not go on without it.
void check_system(const std::filesystem::path& path) {
  if (errno == EMFILE || errno == ENFILE || errno == ENOMEM) throw InputError(path.string() + ": " + std::strerror(errno));
}

}  // namespace

// Opened without waiting: a pipe without a writer would be waited for in open().
FileStream::FileStream(const std::filesystem::path& path) : file_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  if (file_ < 0) {
    check_system(path);
    fail();
  }
  struct stat status {};
  if (fstat(file_, &status) == 0) {
    regular_ = S_ISREG(status.st_mode);
    pipe_ = S_ISFIFO(status.st_mode);
    size_ = static_cast<std::size_t>(status.st_size);
  }
}

FileStream::~FileStream() {
  if (file_ >= 0) close(file_);
}

std::size_t FileStream::read(char* to, std::size_t size) {
  while (true) {
    const ssize_t got = ::read(file_, to, size);
    if (got == 0 && pipe_ && !begun_) throw BrokenInput("E941", "a pipe that nobody writes to");
    if (got >= 0) {
      begun_ = true;
      return static_cast<std::size_t>(got);
    }
    if (errno == EAGAIN) {
      // Somebody writes; from here on reading waits.
      if (fcntl(file_, F_SETFL, 0) != 0) fail();
      begun_ = true;
    } else if (errno != EINTR) {
      fail();
    }
  }
}

void FileStream::seek(std::size_t position) {
  if (lseek(file_, static_cast<off_t>(position), SEEK_SET) < 0) fail();
}

std::unique_ptr<ByteStream> stream_of(std::istream& input) { return std::make_unique<StandardStream>(*input.rdbuf()); }

}  // namespace boctach
