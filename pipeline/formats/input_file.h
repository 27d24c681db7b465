#ifndef BOCTACH_FORMATS_INPUT_FILE_H_
#define BOCTACH_FORMATS_INPUT_FILE_H_

#include <filesystem>
#include <string>

namespace boctach {

// Files past this size are no articles.
inline constexpr std::size_t largest_text = std::size_t{64} << 20;

// All bytes of a file, at most `largest_text` + 1 of them. InputError, with
// the path and the reason, if it cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_INPUT_FILE_H_
