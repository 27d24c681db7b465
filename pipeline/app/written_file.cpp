#include "app/written_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "boctach/failure.h"
#include "text/messages.h"

namespace boctach {
namespace {

[[noreturn]] void fail(const std::string& path) { throw OutputError(say("{0}: {1}", {path, std::strerror(errno)})); }

bool write_all(int file, std::string_view rest) {
  while (!rest.empty()) {
    const ssize_t written = ::write(file, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(file) == 0;
}

// A rename is atomic at once and durable when its directory is.
void sync_directory(const std::filesystem::path& file) {
  const std::string parent = file.parent_path().string();
  const int directory = open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return;
  fsync(directory);
  close(directory);
}

}  // namespace

void write_file(const std::string& path, std::string_view text) {
  std::error_code error;
  const bool exists = std::filesystem::exists(path, error);
  const std::string target = exists ? std::filesystem::canonical(path).string() : path;
  // The rename would not ask whether the file itself may be written.
  if (exists && access(target.c_str(), W_OK) != 0) fail(path);
  const std::string aside = target + ".part-" + std::to_string(getpid());
  const int file = open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) fail(aside);
  struct stat old {};
  const bool same_mode = !exists || (stat(target.c_str(), &old) == 0 && fchmod(file, old.st_mode & 07777U) == 0);
  const bool written = same_mode && write_all(file, text);
  const int failure = errno;
  const bool closed = close(file) == 0;
  if (written && closed && std::rename(aside.c_str(), target.c_str()) == 0) return sync_directory(target);
  if (!written) errno = failure;
  const int told = errno;
  unlink(aside.c_str());
  errno = told;
  fail(path);
}

}  // namespace boctach
