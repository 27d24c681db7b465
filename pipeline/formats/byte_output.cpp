#include "formats/byte_output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "boctach/failure.h"
#include "formats/durable_file.h"

namespace boctach {
namespace {

class FileOutput final : public ByteOutput {
 public:
  FileOutput(const std::string& path, std::string shown)
      : shown_(std::move(shown)), file_(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
    if (!file_.is_open()) fail();
  }

  void write(std::string_view bytes) override {
    buffer_ += bytes;
    if (buffer_.size() >= write_size) flush();
  }

  void finish() override {
    flush();
    // Devices and pipes cannot be synced, and need not be.
    struct stat kind {};
    const bool regular = fstat(file_.number(), &kind) == 0 && S_ISREG(kind.st_mode);
    if (regular && fsync(file_.number()) != 0) fail();
    if (!file_.close()) fail();
  }

 private:
  [[noreturn]] void fail() const { throw OutputError(shown_ + ": " + std::strerror(errno)); }

  void flush() {
    write_all(file_, buffer_, shown_);
    buffer_.clear();
  }

  std::string shown_;
  std::string buffer_;
  Descriptor file_;
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
