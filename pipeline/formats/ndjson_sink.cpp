#include <string>
#include <utility>

#include "boctach/sink.h"
#include "formats/byte_output.h"
#include "formats/written_aside.h"

namespace boctach {
namespace {

class StreamSink final : public Sink {
 public:
  StreamSink(std::ostream& stream, OutputCompression compression) : output_(compress(make_stream_output(stream), compression)) {}

  void write(const Record& record) override { output_->write(to_json(record) + '\n'); }
  void finish() override { output_->finish(); }

 private:
  std::unique_ptr<ByteOutput> output_;
};

class FileSink final : public Sink {
 public:
  FileSink(const std::string& path, bool force, OutputCompression compression)
      : file_(path, force), output_(compress(open_byte_output(file_.path(), file_.shown()), compression)) {}

  void write(const Record& record) override { output_->write(to_json(record) + '\n'); }

  void finish() override {
    output_->finish();
    file_.commit();
  }

 private:
  WrittenAside file_;
  std::unique_ptr<ByteOutput> output_;
};

}  // namespace

std::unique_ptr<Sink> make_ndjson_sink(std::ostream& output, OutputCompression compression) {
  return std::make_unique<StreamSink>(output, compression);
}

std::unique_ptr<Sink> make_ndjson_file_sink(const std::string& path, bool force, OutputCompression compression) {
  return std::make_unique<FileSink>(path, force, compression);
}

}  // namespace boctach
