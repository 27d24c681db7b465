#ifndef BOCTACH_DOCUMENT_H_
#define BOCTACH_DOCUMENT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/text_buffer.h"

namespace boctach {

// Where an article came from. `line` and `byte` are set for inputs that hold
// many articles (line from 1, byte offset of the line from 0).
struct Origin {
  std::string path;  // relative to the argument it was found under
  std::size_t line = 0;
  std::size_t byte = 0;
};

// A named field of the input that is part of the article's text.
struct TextField {
  std::string name;       // "title", "text": as the input calls it
  std::size_t begin = 0;  // where it starts in TextBuffer::original()
  std::size_t size = 0;
};

// What the input itself says of an article, outside its text. Empty: not said.
struct Metadata {
  std::string title;
  std::string published;  // ISO 8601 date or date-time, as far as understood
  std::string byline;
  std::string outlet;
};

// What kept an article from being read.
struct DocumentError {
  std::string code;  // E9xx
  std::string stage;
  std::string message;
};

// One article on its way through the pipeline. Moved, never shared.
struct Document {
  std::string id;
  Origin origin;
  Metadata metadata;
  TextBuffer buffer;
  std::vector<TextField> fields;      // empty: the whole input is the text
  Diagnostics diagnostics;            // its own notes
  std::vector<DocumentError> errors;  // at most one; then it has no text
};

}  // namespace boctach

#endif  // BOCTACH_DOCUMENT_H_
