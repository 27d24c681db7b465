#include "flow/batch.h"

#include <new>
#include <optional>
#include <unordered_set>
#include <utility>

#include "boctach/failure.h"
#include "flow/ordered_workers.h"

namespace boctach {
namespace {

// The articles of a source with what only a whole run can know of them.
class RunArticles {
 public:
  explicit RunArticles(Source& source) : source_(source) {}

  std::optional<Document> next() {
    std::optional<Document> document = source_.next();
    if (document && !ids_.insert(document->id).second) {
      document->diagnostics.note("N202", "another article of this run has the same id");
    }
    return document;
  }

 private:
  Source& source_;
  std::unordered_set<std::string> ids_;
};

}  // namespace

Record extract(const Pipeline& pipeline, Document document) {
  Document kept;
  kept.id = document.id;
  kept.origin = document.origin;
  try {
    return pipeline.run(std::move(document));
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& failure) {
    kept.errors.push_back({"E990", "extract", failure.what()});
    return pipeline.run(std::move(kept));
  }
}

BatchSummary run_batch(Source& source, const Pipeline& pipeline, Sink& sink, std::size_t threads) {
  BatchSummary summary;
  const auto write = [&](const Record& record) {
    ++summary.in;
    ++(record.ok ? summary.ok : summary.error);
    for (const LabelArray& array : record.arrays) summary.found[array.array] += array.items_found.size();
    sink.write(record);
  };
  RunArticles articles(source);
  if (threads <= 1) {
    while (std::optional<Document> document = articles.next()) write(extract(pipeline, std::move(*document)));
  } else {
    OrderedWorkers workers(threads, [&](Document document) { return extract(pipeline, std::move(document)); });
    const auto drain = [&] {
      while (!workers.empty()) write(workers.take());
    };
    try {
      while (std::optional<Document> document = articles.next()) {
        if (workers.full()) write(workers.take());
        workers.put(std::move(*document));
      }
    } catch (const InputError&) {
      drain();  // what was read before the input broke is written, as one thread would have
      throw;
    }
    drain();
  }
  sink.finish();
  return summary;
}

}  // namespace boctach
