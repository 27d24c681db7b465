#ifndef BOCTACH_FLOW_BATCH_H_
#define BOCTACH_FLOW_BATCH_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "boctach/pipeline.h"
#include "boctach/sink.h"
#include "boctach/source.h"
#include "flow/earlier_run.h"
#include "flow/run_articles.h"
#include "formats/run_manifest.h"

namespace boctach {

// How a run ended.
enum class BatchEnd { Complete, Stopped, TooManyErrors };

struct SlowArticle {
  std::string id;
  std::chrono::nanoseconds time{};
};

// The last article that could not be worked on.
struct FailedArticle {
  Origin origin;
  DocumentError error;
};

// What a run came to. in = ok + error + skipped.
struct BatchSummary : RunCounts {
  BatchEnd end = BatchEnd::Complete;
  std::size_t bytes = 0;             // of the articles worked on now
  std::size_t taken_over = 0;        // of these, from the records of an earlier run
  std::vector<SlowArticle> slowest;  // a few, the slowest first
  FailedArticle failed;              // if any was worked on now
};

// Where a run stands behind a record.
struct BatchPlace {
  std::size_t articles = 0;  // from the start of the source
  std::uint64_t input = 0;   // hash of them
  Digest content;            // of the last one: RunArticles::Article::content
};

// An article that is worked on for too long.
struct StuckArticle {
  std::string id;
  Origin origin;
  std::size_t number = 0;  // of the source, from 1
};

// Takes the records of a run in the order of its articles. finish() is called
// if every article was worked on.
class BatchOutput {
 public:
  BatchOutput() = default;
  BatchOutput(const BatchOutput&) = delete;
  BatchOutput& operator=(const BatchOutput&) = delete;
  virtual ~BatchOutput() = default;

  virtual void write(const Record& record, const BatchPlace& place) = 0;
  virtual void finish(const RunCounts& counts) = 0;
};

// How many articles may fail before a run is given up.
struct ErrorLimit {
  std::optional<std::size_t> count;
  std::optional<double> share;  // of all articles, judged once there are a hundred, and at the end

  [[nodiscard]] bool is_passed(const RunCounts& counts, bool at_end) const;
};

struct BatchOptions {
  std::size_t threads = 1;
  ArticleChoice choice;
  ErrorLimit errors;
  BatchPlace resume;                                         // articles up to here were worked on before
  RunCounts before;                                          // what they came to
  EarlierRun* earlier = nullptr;                             // read in, and its records taken where the article is the same
  std::function<bool()> stopped;                             // asked between articles; may be empty
  std::function<void(const BatchSummary& so_far)> progress;  // called behind every record; may be empty
  // An article for which the run has waited this long is told to `stuck`, by the
  // calling thread, when every record before it was written. Nobody can stop the
  // thread that works on it: `stuck` ends the program, or else the run waits on.
  std::optional<std::chrono::milliseconds> stuck_after;
  std::function<void(const StuckArticle& article, const BatchSummary& so_far)> stuck;
};

// The articles to be passed over are not those that were worked on before.
class ChangedInput : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// One article to its record. An article that cannot be worked on becomes an
// error record; no memory is no fault of the article and is thrown on.
Record extract(const Pipeline& pipeline, Document document);

// Every article of `source` through `pipeline` into `output`, one record each,
// in the order of the source. With more than one thread the articles are worked
// on side by side; source and output are only ever used by the calling thread.
// Only the world failing (InputError, OutputError, no memory) and ChangedInput
// throw.
BatchSummary run_batch(Source& source, const Pipeline& pipeline, BatchOutput& output, const BatchOptions& options);

// The same, with anything that makes a record of an article, by several threads at once.
using Extraction = std::function<Record(Document)>;
BatchSummary run_batch(Source& source, const Extraction& extraction, BatchOutput& output, const BatchOptions& options);

// Reads all of the source of a run that is complete: ChangedInput if its articles
// are not those up to `options.resume`, or more. Returns early if stopped.
void hold_against(Source& source, const BatchOptions& options);

// The first into a sink, which is finished in the end.
BatchSummary run_batch(Source& source, const Pipeline& pipeline, Sink& sink, std::size_t threads = 1);

// A sink as the output of a run.
class SinkOutput final : public BatchOutput {
 public:
  explicit SinkOutput(Sink& sink) : sink_(sink) {}
  void write(const Record& record, const BatchPlace& /*place*/) override { sink_.write(record); }
  void finish(const RunCounts& /*counts*/) override { sink_.finish(); }

 private:
  Sink& sink_;
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_BATCH_H_
