#include "flow/batch.h"

#include <new>
#include <optional>
#include <unordered_set>
#include <utility>

#include "boctach/failure.h"

namespace boctach {
namespace {

Record run_one(Document document, const Pipeline& pipeline) {
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

}  // namespace

BatchSummary run_batch(Source& source, const Pipeline& pipeline, Sink& sink) {
  BatchSummary summary;
  std::unordered_set<std::string> ids;
  while (std::optional<Document> document = source.next()) {
    if (!ids.insert(document->id).second) document->diagnostics.note("N202", "another article of this run has the same id");
    const Record record = run_one(std::move(*document), pipeline);
    ++summary.in;
    ++(record.ok ? summary.ok : summary.error);
    for (const LabelArray& array : record.arrays) summary.found[array.array] += array.items_found.size();
    sink.write(record);
  }
  sink.finish();
  return summary;
}

}  // namespace boctach
