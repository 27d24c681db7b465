#include "formats/input_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "boctach/failure.h"

namespace boctach {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw InputError(path.string() + ": " + std::strerror(errno));
  std::string bytes;
  std::string block(std::size_t{1} << 16, '\0');
  while (bytes.size() <= largest_text) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block, 0, static_cast<std::size_t>(file.gcount()));
    if (!file) break;
  }
  if (file.bad() || (!file && !file.eof())) throw InputError(path.string() + ": " + std::strerror(errno));
  return bytes;
}

}  // namespace boctach
