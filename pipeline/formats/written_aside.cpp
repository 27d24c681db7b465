#include "formats/written_aside.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "boctach/failure.h"
#include "formats/durable_file.h"
#include "text/messages.h"

namespace boctach {

namespace fs = std::filesystem;

WrittenAside::WrittenAside(const std::string& path, bool force, Kind kind) : shown_(path), target_(path), force_(force) {
  while (target_.has_relative_path() && !target_.has_filename()) target_ = target_.parent_path();
  std::error_code error;
  const fs::file_status status = fs::status(target_, error);
  direct_ = kind == Kind::File && fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
  if (!direct_ && fs::exists(status)) {
    if (!force) throw OutputError(say("{0}: exists already (--force writes over it)", {path}));
    if (kind == Kind::File && fs::is_directory(status)) throw OutputError(say("{0}: is a directory", {path}));
    if (kind == Kind::Directory && !fs::is_directory(status)) throw OutputError(say("{0}: is no directory", {path}));
    target_ = fs::canonical(target_, error);
    if (error) throw OutputError(path + ": " + error.message());
  }
  aside_ = direct_ ? target_.string() : target_.string() + ".part-" + std::to_string(getpid());
  if (!direct_) fs::remove_all(aside_, error);  // left by somebody of the same number
}

WrittenAside::~WrittenAside() {
  std::error_code ignored;
  if (!direct_ && !committed_) fs::remove_all(aside_, ignored);
}

void WrittenAside::commit() {
  if (direct_) return;
  std::error_code error;
  const bool directory = fs::is_directory(aside_, error);
  if (directory) sync_directory(aside_);
  if (directory && force_ && fs::is_directory(target_, error)) {
    replace_directory();
  } else {
    put_in_place();
  }
  committed_ = true;
  sync_directory(target_.parent_path().string());
}

// Without `force` nothing that came there meanwhile is replaced.
void WrittenAside::put_in_place() {
  if (!force_ && renameat2(AT_FDCWD, aside_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) == 0) return;
  if (!force_ && errno == EEXIST) throw OutputError(say("{0}: exists already (--force writes over it)", {shown_}));
  if (!force_ && errno != EINVAL && errno != ENOSYS) fail();  // some file systems cannot tell
  if (std::rename(aside_.c_str(), target_.c_str()) != 0) fail();
}

void WrittenAside::replace_directory() {
  if (renameat2(AT_FDCWD, aside_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) != 0) fail();
  // What was replaced now stands under the other name.
  std::error_code ignored;
  fs::remove_all(aside_, ignored);
}

void WrittenAside::fail() const { throw OutputError(shown_ + ": " + std::strerror(errno)); }

}  // namespace boctach
