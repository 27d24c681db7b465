#include "formats/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "boctach/failure.h"
#include "text/messages.h"

namespace boctach {
namespace {

[[noreturn]] void fail(const std::string& path) { throw OutputError(say("{0}: {1}", {path, std::strerror(errno)})); }

std::string parent_of(const std::string& path) { return std::filesystem::path(path).parent_path().string(); }

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() { close(); }

bool Descriptor::close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

// On a full disk a short write fails once and later calls say all is well, so
// every write is checked.
void write_all(const Descriptor& file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written == 0) errno = ENOSPC;
    if (written <= 0) fail(path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

DurableFile::DurableFile(std::string path, std::string aside)
    : path_(std::move(path)), aside_(std::move(aside)), file_(open(aside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
  if (!file_.is_open()) fail(aside_);
}

DurableFile::~DurableFile() {
  if (aside_.empty()) return;
  const int told = errno;
  unlink(aside_.c_str());
  errno = told;
}

void DurableFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= write_size) flush();
}

void DurableFile::set_mode(unsigned mode) {
  if (fchmod(file_.number(), mode) != 0) fail(path_);
}

void DurableFile::flush() {
  write_all(file_, buffer_, path_);
  buffer_.clear();
}

void DurableFile::commit() {
  flush();
  if (fsync(file_.number()) != 0 || !file_.close()) fail(path_);
  if (std::rename(aside_.c_str(), path_.c_str()) != 0) fail(path_);
  aside_.clear();
  sync_directory(parent_of(path_));
}

Journal::Journal(std::string path, std::size_t keep)
    : path_(std::move(path)), file_(open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644)) {
  struct stat now {};
  if (!file_.is_open() || fstat(file_.number(), &now) != 0) fail(path_);
  if (static_cast<std::size_t>(now.st_size) != keep &&
      (ftruncate(file_.number(), static_cast<off_t>(keep)) != 0 || fsync(file_.number()) != 0)) {
    fail(path_);
  }
  if (lseek(file_.number(), 0, SEEK_END) < 0) fail(path_);
  sync_directory(parent_of(path_));
}

void Journal::append(std::string_view bytes) {
  write_all(file_, bytes, path_);
  if (fsync(file_.number()) != 0) fail(path_);
}

void sync_directory(const std::string& directory) {
  const std::string path = directory.empty() ? "." : directory;
  const Descriptor opened(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open()) fail(path);
  // Some file systems have no such call; there a rename is as durable as it gets.
  if (fsync(opened.number()) != 0 && errno != EINVAL) fail(path);
}

}  // namespace boctach
