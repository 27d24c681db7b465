#include "formats/byte_output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "boctach/failure.h"

namespace boctach {
namespace {

constexpr std::size_t block = std::size_t{1} << 18;

// On a full disk a short write fails once and later calls say all is well, so
// every write is checked.
class FileOutput final : public ByteOutput {
 public:
  FileOutput(const std::string& path, std::string shown) : shown_(std::move(shown)) {
    file_ = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file_ < 0) fail();
  }
  FileOutput(const FileOutput&) = delete;
  FileOutput& operator=(const FileOutput&) = delete;
  ~FileOutput() override {
    if (file_ >= 0) close(file_);
  }

  void write(std::string_view bytes) override {
    buffer_ += bytes;
    if (buffer_.size() >= block) flush();
  }

  void finish() override {
    flush();
    // Devices and pipes cannot be synced, and need not be.
    struct stat kind {};
    const bool regular = fstat(file_, &kind) == 0 && S_ISREG(kind.st_mode);
    if (regular && fsync(file_) != 0) fail();
    if (close(std::exchange(file_, -1)) != 0) fail();
  }

 private:
  [[noreturn]] void fail() const { throw OutputError(shown_ + ": " + std::strerror(errno)); }

  void flush() {
    for (std::string_view rest = buffer_; !rest.empty();) {
      const ssize_t written = ::write(file_, rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) fail();
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
  }

  std::string shown_;
  std::string buffer_;
  int file_ = -1;
};

class StreamOutput final : public ByteOutput {
 public:
  explicit StreamOutput(std::ostream& stream) : stream_(stream) {}

  void write(std::string_view bytes) override {
    stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    check();
  }

  void finish() override {
    stream_.flush();
    check();
  }

 private:
  void check() const {
    if (!stream_) throw OutputError("standard output: " + std::string(std::strerror(errno)));
  }

  std::ostream& stream_;
};

}  // namespace

std::unique_ptr<ByteOutput> open_byte_output(const std::string& path, const std::string& shown) {
  return std::make_unique<FileOutput>(path, shown);
}

std::unique_ptr<ByteOutput> make_stream_output(std::ostream& stream) { return std::make_unique<StreamOutput>(stream); }

}  // namespace boctach
