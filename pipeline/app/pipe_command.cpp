#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "app/article_options.h"
#include "app/command.h"
#include "app/input_options.h"
#include "app/options.h"
#include "boctach/sink.h"
#include "flow/batch.h"
#include "formats/article_formats.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach pipe [options]\n"
    "Reads articles as JSON lines from standard input and answers each line with one record on standard output, at\n"
    "once and in order. A line that is no article is answered with an error record. Nothing else is read or written.";

constexpr const char* examples =
    "  boctach pipe <crawl.jsonl >records.jsonl\n"
    "  tail -f crawl.jsonl | boctach pipe --labels documents\n";

}  // namespace

// A line is answered before the next is asked for, so what is read ahead is
// what the buffer of standard input holds: 8 KiB at most.
int pipe_command(const Arguments& arguments) {
  Options options(usage, examples);
  add_article_options(options);
  add_no_text(options);
  if (!options.parse(arguments)) return exit_done;
  if (!options.inputs().empty()) throw UsageError("pipe reads standard input only; boctach run takes files");
  const ArticlePipeline extraction(options);
  const auto source = make_ndjson_source(ByteWindow(stream_of(std::cin)), {"-", "-"}, source_options(options));
  const auto sink = make_ndjson_sink(std::cout);
  bool all_well = true;
  while (std::optional<Document> document = source->next()) {
    const Record record = extract(extraction.pipeline(), std::move(*document));
    all_well = all_well && record.ok;
    sink->write(record);
    sink->finish();
  }
  return all_well ? exit_done : exit_look;
}

}  // namespace boctach
