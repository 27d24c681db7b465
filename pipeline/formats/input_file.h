#ifndef BOCTACH_FORMATS_INPUT_FILE_H_
#define BOCTACH_FORMATS_INPUT_FILE_H_

#include <filesystem>
#include <string>

namespace boctach {

// Files past this size are no articles.
inline constexpr std::size_t largest_text = std::size_t{64} << 20;
// A line of NDJSON past this size is skipped without being held.
inline constexpr std::size_t largest_line = std::size_t{16} << 20;

// All bytes of a file, at most `largest_text` + 1 of them. InputError, with
// the path and the reason, if it cannot be read.
std::string read_file(const std::filesystem::path& path);

// `path` without its ending (a.b.txt: a.b), with '/' between its parts.
std::string without_ending(const std::filesystem::path& path);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_INPUT_FILE_H_
