#ifndef BOCTACH_TESTS_BENCH_WHOLE_WAY_H_
#define BOCTACH_TESTS_BENCH_WHOLE_WAY_H_

#include <cstddef>
#include <istream>
#include <memory>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>

#include "boctach/pipeline.h"
#include "boctach/sink.h"
#include "boctach/source.h"
#include "flow/batch.h"
#include "formats/article_formats.h"

namespace boctach {

// An article as a line of NDJSON. Its text must need no escape but that of a line feed.
inline std::string ndjson_line(std::string_view text) {
  std::string line = "{\"text\":\"";
  for (const char c : text) line += c == '\n' ? "\\n" : std::string(1, c);
  return line + "\"}\n";
}

inline std::unique_ptr<Source> source_of(std::istream& lines) {
  return make_ndjson_source(ByteWindow(stream_of(lines)), {"corpus.jsonl", "corpus.jsonl"}, {});
}

// From NDJSON to NDJSON, which nobody keeps.
inline void go_whole_way(const std::string& lines, const Pipeline& pipeline, std::size_t threads) {
  class NoOutput : public std::streambuf {
   protected:
    int overflow(int c) override { return c; }
    std::streamsize xsputn(const char*, std::streamsize n) override { return n; }
  } nowhere;
  std::ostream output(&nowhere);
  std::istringstream input(lines);
  const auto source = source_of(input);
  const auto sink = make_ndjson_sink(output);
  run_batch(*source, pipeline, *sink, threads);
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_BENCH_WHOLE_WAY_H_
