#include "app/input_share.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace boctach {
namespace {

namespace fs = std::filesystem;

// Where in a file its reader stands.
double position_of(const std::string& descriptor) {
  std::ifstream about("/proc/self/fdinfo/" + descriptor);
  std::string key;
  double position = 0;
  return about >> key >> position && key == "pos:" ? position : 0;
}

}  // namespace

InputShare::InputShare(const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    std::error_code error;
    File file;
    known_ = known_ && fs::is_regular_file(input, error);
    if (!known_) return;
    file.path = fs::canonical(input, error).string();
    file.size = static_cast<double>(fs::file_size(input, error));
    known_ = !error;
    files_.push_back(std::move(file));
  }
}

std::optional<double> InputShare::read() {
  if (!known_ || files_.empty()) return std::nullopt;
  std::vector<bool> open(files_.size());
  std::error_code error;
  for (fs::directory_iterator it("/proc/self/fd", error); !error && it != fs::directory_iterator(); it.increment(error)) {
    std::error_code gone;
    const std::string path = fs::read_symlink(it->path(), gone).string();
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (files_[i].path != path) continue;
      open[i] = files_[i].opened = true;
      files_[i].read = std::min(position_of(it->path().filename().string()), files_[i].size);
    }
  }
  double size = 0;
  double read = 0;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    // What was opened and is closed again was read to its end.
    if (files_[i].opened && !open[i]) files_[i].read = files_[i].size;
    size += files_[i].size;
    read += files_[i].read;
  }
  return size > 0 ? std::optional(read / size) : std::nullopt;
}

}  // namespace boctach
