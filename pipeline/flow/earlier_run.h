#ifndef BOCTACH_FLOW_EARLIER_RUN_H_
#define BOCTACH_FLOW_EARLIER_RUN_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "boctach/record.h"
#include "boctach/rule_set.h"
#include "flow/seen_table.h"
#include "formats/durable_file.h"
#include "formats/run_manifest.h"

namespace boctach {

// A complete run in a directory, for its records to be taken over: a record is
// a function of the article and the rules, so the same article gives the same
// record but for `source`. The directory is read, held against being begun
// again, and never written.
class EarlierRun {
 public:
  // One record: a line of a part.
  struct Line {
    std::uint64_t part = 0;  // from 1
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
  };

  // `labels` are those of the rules the records were made with. InputError if
  // the run is not complete, or another run writes there.
  EarlierRun(std::string directory, std::vector<RecordLabel> labels);

  [[nodiscard]] const RunIdentity& identity() const { return manifest_.identity; }
  [[nodiscard]] const std::string& directory() const { return directory_; }

  // Reads every part once, holds it against the manifest (InputError) and
  // remembers which article each record is of. `scratch` is where the table
  // lies once it is too large for memory.
  void read_in(const std::string& scratch);

  // The record of an article of this content (RunArticles::Article); nothing
  // if there is none, or if it is an error record: those are worked on again.
  [[nodiscard]] std::optional<Line> find(const Digest& content) const;
  // Any thread may read. InputError if it cannot be read any more.
  [[nodiscard]] Record read(const Line& line) const;

 private:
  void read_part(const RunPart& part, std::uint64_t number, std::istream& contents);
  [[nodiscard]] std::string path_of(std::uint64_t part) const;

  std::string directory_;
  std::vector<RecordLabel> labels_;
  RunManifest manifest_;
  Descriptor lock_;
  std::optional<SeenTable> lines_;
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_EARLIER_RUN_H_
