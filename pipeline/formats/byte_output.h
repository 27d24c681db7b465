#ifndef BOCTACH_FORMATS_BYTE_OUTPUT_H_
#define BOCTACH_FORMATS_BYTE_OUTPUT_H_

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "boctach/sink.h"

namespace boctach {

// Bytes on their way out. Whatever fails is thrown as OutputError with the name
// of the file. One that is destroyed unfinished gives up what it still holds.
class ByteOutput {
 public:
  ByteOutput() = default;
  ByteOutput(const ByteOutput&) = delete;
  ByteOutput& operator=(const ByteOutput&) = delete;
  virtual ~ByteOutput() = default;

  virtual void write(std::string_view bytes) = 0;
  // Everything is handed to the system; a file is on its disk, and closed.
  virtual void finish() = 0;
};

// A new file, or a device or pipe. `shown` is the name in messages.
std::unique_ptr<ByteOutput> open_byte_output(const std::string& path, const std::string& shown);

// Standard output, which must outlive what is made here.
std::unique_ptr<ByteOutput> make_stream_output(std::ostream& stream);

// The same bytes, compressed on their way into `below`; `below` itself for OutputCompression::None.
std::unique_ptr<ByteOutput> compress(std::unique_ptr<ByteOutput> below, OutputCompression compression);

// ".gz", ".zst" or nothing.
std::string ending_of(OutputCompression compression);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_BYTE_OUTPUT_H_
