#ifndef BOCTACH_FORMATS_RUN_MANIFEST_H_
#define BOCTACH_FORMATS_RUN_MANIFEST_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "boctach/document.h"
#include "formats/table_sums.h"

namespace boctach {

// What became of articles, counted: of a run, or of one part of it.
struct RunCounts {
  std::size_t in = 0;  // = ok + error + skipped
  std::size_t ok = 0;
  std::size_t error = 0;
  std::size_t skipped = 0;                   // read, but not asked for
  std::map<std::string, std::size_t> found;  // items, by array
  std::map<std::string, std::size_t> codes;  // of errors and notes

  void add(const RunCounts& other);
};

// What a run is: if any of it changes, what was written does not fit what would
// be written next.
struct RunIdentity {
  std::string program;  // its version
  std::string rules;    // their hash
  std::vector<std::pair<std::string, std::string>> options;
  std::vector<std::pair<std::string, std::string>> inputs;  // name, and what is known of its state

  // What differs, for people, a line each.
  [[nodiscard]] std::vector<std::string> changes_to(const RunIdentity& now) const;
};

// One part that is whole and on the disk.
struct RunPart {
  std::string name;
  std::size_t bytes = 0;
  std::string hash;
  RunCounts counts;
  std::size_t articles = 0;          // of the source behind this part, from its start
  std::uint64_t input = 0;           // hash of these articles
  Origin last;                       // the last of them
  std::size_t quarantine_bytes = 0;  // of the quarantine file behind this part
  std::string quarantine_hash;       // of what this part added to it; empty: nothing
  std::string contents_hash;         // of what it added to the file of contents
  TableSums tables;                  // of a database behind this part, as far as articles fill them
};

// The manifest of a run: a line that says what the run is, a line a part, and
// one when all is done. A line that was torn off is no line.
struct RunManifest {
  RunIdentity identity;
  std::vector<RunPart> parts;
  bool complete = false;
  RunCounts counts;       // of the whole run, once complete
  TableSums tables;       // of all tables of a database, once complete
  bool started = false;   // the first line is there
  std::size_t bytes = 0;  // of the lines that hold

  [[nodiscard]] RunCounts counted() const;  // of all parts
};

// InputError, naming `path` and the line, if a line does not hold and others follow it.
RunManifest read_manifest(std::string_view text, const std::string& path);

// Lines of a manifest, each with its own hash and a line feed.
std::string manifest_line(const RunIdentity& identity);
std::string manifest_line(const RunPart& part);
std::string manifest_line(const RunCounts& counts, const TableSums& tables = {});

// The summary of a run as one JSON object.
std::string summary_json(const RunIdentity& identity, const RunCounts& counts, std::size_t parts);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_RUN_MANIFEST_H_
