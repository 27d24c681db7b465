#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <utility>

#include "boctach/failure.h"
#include "boctach/sink.h"

namespace boctach {
namespace {

class StreamSink final : public Sink {
 public:
  explicit StreamSink(std::ostream& output) : output_(output) {}

  void write(const Record& record) override {
    output_ << to_json(record) << '\n';
    check();
  }

  void finish() override {
    output_.flush();
    check();
  }

 private:
  void check() const {
    if (!output_) throw OutputError("standard output: " + std::string(std::strerror(errno)));
  }

  std::ostream& output_;
};

// Written aside, then renamed: under the final name stands all or nothing. On a
// full disk a short write fails once and later calls say all is well, so every
// write is checked.
class FileSink final : public Sink {
 public:
  FileSink(std::string path, bool force) : path_(std::move(path)), aside_(path_ + ".part-" + std::to_string(getpid())) {
    if (!force && std::filesystem::exists(path_)) throw OutputError(path_ + ": exists already (--force writes over it)");
    file_ = open(aside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file_ < 0) fail(aside_);
  }
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;
  ~FileSink() override {
    if (file_ < 0) return;
    close(file_);
    unlink(aside_.c_str());
  }

  void write(const Record& record) override {
    buffer_ += to_json(record);
    buffer_ += '\n';
    if (buffer_.size() >= block) flush();
  }

  void finish() override {
    flush();
    if (fsync(file_) != 0 || close(std::exchange(file_, -1)) != 0) fail(aside_);
    if (std::rename(aside_.c_str(), path_.c_str()) != 0) fail(path_);
    sync_directory();
  }

 private:
  static constexpr std::size_t block = std::size_t{1} << 18;

  [[noreturn]] void fail(const std::string& path) const { throw OutputError(path + ": " + std::strerror(errno)); }

  void flush() {
    for (std::string_view rest = buffer_; !rest.empty();) {
      const ssize_t written = ::write(file_, rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) fail(path_);
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
  }

  // A rename is atomic at once and durable when its directory is.
  void sync_directory() const {
    const std::string parent = std::filesystem::path(path_).parent_path().string();
    const int directory = open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) return;
    fsync(directory);
    close(directory);
  }

  std::string path_;
  std::string aside_;
  std::string buffer_;
  int file_ = -1;
};

}  // namespace

std::unique_ptr<Sink> make_ndjson_sink(std::ostream& output) { return std::make_unique<StreamSink>(output); }

std::unique_ptr<Sink> make_ndjson_file_sink(const std::string& path, bool force) { return std::make_unique<FileSink>(path, force); }

}  // namespace boctach
