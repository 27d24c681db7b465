#ifndef BOCTACH_APP_WRITTEN_FILE_H_
#define BOCTACH_APP_WRITTEN_FILE_H_

#include <string>
#include <string_view>

namespace boctach {

// Puts `text` in the place of what a file holds, or makes the file: written
// aside, then renamed, so that there is always all of the old or all of the
// new. Links are followed and permissions kept. OutputError if it fails, also
// if the file may not be written.
void write_file(const std::string& path, std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_APP_WRITTEN_FILE_H_
