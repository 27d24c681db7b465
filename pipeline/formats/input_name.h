#ifndef BOCTACH_FORMATS_INPUT_NAME_H_
#define BOCTACH_FORMATS_INPUT_NAME_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "boctach/document.h"

namespace boctach {

// What an input is called: nothing but a name, never a place on a disk.
struct InputName {
  std::string path;         // as records show it, of archives ARCHIVE/MEMBER
  std::string file;         // what ids are made of, and whose ending tells the format
  std::size_t nesting = 0;  // archives around it
  bool given = false;       // an argument: ids of what is in it do not begin with its name
};

// `ending` is in lower case, that of the file as it may be.
bool has_ending(std::string_view file, std::string_view ending);

// A name somebody else wrote, for people: bytes that are not UTF-8 and control
// characters are U+FFFD, and no part of it leads up or to the root.
std::string cleaned_name(std::string_view name);

// Bytes that are not UTF-8 become U+FFFD.
std::string readable(std::string_view bytes);

// An article that begins at this byte and line of its input (0: is the whole
// of it), called by its place until it tells its id.
Document article_at(const InputName& name, std::size_t line, std::size_t byte);

// The same, if it cannot be read.
Document article_with(DocumentError error, const InputName& name, std::size_t line, std::size_t byte);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_INPUT_NAME_H_
