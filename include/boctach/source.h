#ifndef BOCTACH_SOURCE_H_
#define BOCTACH_SOURCE_H_

#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "boctach/document.h"

namespace boctach {

// Which keys of a JSON article mean what; the first one present counts.
struct FieldNames {
  std::vector<std::string> id{"id", "url"};
  std::vector<std::string> title{"title"};
  std::vector<std::string> text{"text", "body", "content"};
  std::vector<std::string> published{"published", "date"};
  std::vector<std::string> byline{"byline", "author"};
  std::vector<std::string> outlet{"outlet", "source"};
};

// Gives one article after the other. An article that cannot be read is given
// too, with its error. Throws InputError only if an input as a whole cannot be
// opened or read.
class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  // The next article, or nothing when all were given.
  virtual std::optional<Document> next() = 0;
};

// The articles of these arguments, in their order: a directory is walked
// (sorted by byte order, recursively; hidden files and unknown endings are
// left out), *.jsonl and *.ndjson hold an article a line, "-" is standard
// input (NDJSON if its first non-blank byte is '{', else one text), anything else is one text.
// `input` stands in for standard input.
std::unique_ptr<Source> open_source(const std::vector<std::string>& arguments, const FieldNames& names, std::istream& input);

}  // namespace boctach

#endif  // BOCTACH_SOURCE_H_
