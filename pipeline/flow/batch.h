#ifndef BOCTACH_FLOW_BATCH_H_
#define BOCTACH_FLOW_BATCH_H_

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "boctach/pipeline.h"
#include "boctach/sink.h"
#include "boctach/source.h"

namespace boctach {

// What a run came to. in = ok + error.
struct BatchSummary {
  std::size_t in = 0;
  std::size_t ok = 0;
  std::size_t error = 0;
  std::map<std::string, std::size_t> found;  // items, by array
};

// One article to its record. An article that cannot be worked on becomes an
// error record; no memory is no fault of the article and is thrown on.
Record extract(const Pipeline& pipeline, Document document);

// Every article of `source` through `pipeline` into `sink`, one record each, in
// the order of the source, then finishes the sink. With more than one of
// `threads` the articles are worked on side by side; source and sink are only
// ever used by the calling thread. Only the world failing (InputError,
// OutputError, no memory) ends the run.
BatchSummary run_batch(Source& source, const Pipeline& pipeline, Sink& sink, std::size_t threads = 1);

}  // namespace boctach

#endif  // BOCTACH_FLOW_BATCH_H_
