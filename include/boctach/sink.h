#ifndef BOCTACH_SINK_H_
#define BOCTACH_SINK_H_

#include <memory>
#include <ostream>
#include <string>

#include "boctach/record.h"

namespace boctach {

// Takes records, one after the other, and finishes.
class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;

  virtual void write(const Record& record) = 0;
  // Everything is handed to the system, or OutputError is thrown. A sink that
  // is destroyed unfinished leaves nothing under its final name.
  virtual void finish() = 0;
};

enum class OutputCompression { None, Gzip, Zstd };

// One JSON object a line, keys in fixed order, no line feed inside.
std::string to_json(const Record& record);

// NDJSON into a stream, which must outlive the sink.
std::unique_ptr<Sink> make_ndjson_sink(std::ostream& output, OutputCompression compression = OutputCompression::None);

// NDJSON into a file: written aside, renamed by finish(). An existing file is
// refused (OutputError) unless `force`; a device or pipe takes it as it comes.
std::unique_ptr<Sink> make_ndjson_file_sink(const std::string& path, bool force, OutputCompression compression = OutputCompression::None);

// The readable view. `colour` adds ANSI colours.
std::unique_ptr<Sink> make_readable_sink(std::ostream& output, bool colour);

}  // namespace boctach

#endif  // BOCTACH_SINK_H_
