#ifndef BOCTACH_SOURCE_H_
#define BOCTACH_SOURCE_H_

#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "boctach/document.h"
#include "boctach/input_limits.h"

namespace boctach {

// Which keys of a JSON article, or columns of a table, mean what; the first one present counts.
struct FieldNames {
  std::vector<std::string> id{"id", "url"};
  std::vector<std::string> title{"title"};
  std::vector<std::string> text{"text", "body", "content"};
  std::vector<std::string> published{"published", "date"};
  std::vector<std::string> byline{"byline", "author"};
  std::vector<std::string> outlet{"outlet", "source"};
};

struct SourceOptions {
  FieldNames names;
  InputLimits limits;
  std::string format;                // "text", "ndjson", "csv" or "tsv", whatever the ending says; empty: by the ending
  std::string table;                 // of SQLite databases
  std::string query;                 // in place of a table
  std::vector<std::string> columns;  // that a table must have; JSON may leave keys out
  std::vector<std::string> outputs;  // that a list must not name, nor a directory in it hold
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

// The articles of these arguments, in their order. A directory is walked in
// byte order of its names, recursively, as an archive (zip, tar) is in its own order; hidden
// files and unknown endings are left out of both, and links to directories.
// Every input may be compressed (gzip, xz, bzip2, zstd, lz4): its first bytes
// tell. *.jsonl and *.ndjson hold an article a line, *.csv and *.tsv one a row,
// *.txt is one; of anything else, and of "-", standard input, that stands for `input`, the first
// byte that is not blank tells: '{' means NDJSON. A SQLite database gives the
// rows of `table` or `query`. An argument that is not there or may not be read is an InputError,
// before anything is read; what is found wrong later is the error of an article.
std::unique_ptr<Source> open_source(const std::vector<std::string>& arguments, const SourceOptions& options, std::istream& input);

// The articles of the inputs that a file names, or `input` if it is "-": one a
// line, or with `end` 0 one before each zero byte. The list is read as it is needed. What it names is called by its
// whole path, and is an article with an error if it cannot be opened. InputError if it would be an output, too.
std::unique_ptr<Source> open_listed_source(const std::string& list, char end, const SourceOptions& options, std::istream& input);

// Says that writing `output` would write over the input, or into a directory all of which is read; empty if not.
// An output that will be a directory ends with a slash.
std::string why_it_is_read(const std::string& output, const std::string& input, const SourceOptions& options);

// All articles of the one, then all of the other.
std::unique_ptr<Source> join_sources(std::unique_ptr<Source> first, std::unique_ptr<Source> second);

}  // namespace boctach

#endif  // BOCTACH_SOURCE_H_
