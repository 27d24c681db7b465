#include "app/written_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "boctach/failure.h"
#include "formats/durable_file.h"
#include "text/messages.h"

namespace boctach {

void write_file(const std::string& path, std::string_view text) {
  std::error_code error;
  const bool exists = std::filesystem::exists(path, error);
  const std::string target = exists ? std::filesystem::canonical(path).string() : path;
  struct stat old {};
  // The rename would not ask whether the file itself may be written.
  if (exists && (access(target.c_str(), W_OK) != 0 || stat(target.c_str(), &old) != 0)) {
    throw OutputError(say("{0}: {1}", {path, std::strerror(errno)}));
  }
  DurableFile file(target, target + ".part-" + std::to_string(getpid()));
  if (exists) file.set_mode(old.st_mode & 07777U);
  file.write(text);
  file.commit();
}

}  // namespace boctach
