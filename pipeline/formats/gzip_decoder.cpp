#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "formats/decoder.h"

namespace boctach {
namespace {

constexpr int gzip_only = 15 + 16;

class GzipDecoder final : public Decoder {
 public:
  GzipDecoder() {
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  ~GzipDecoder() override { inflateEnd(&stream_); }

  void begin() override { inflateReset(&stream_); }

  Step decode(std::string_view input, char* to, std::size_t size) override {
    // zlib never writes to its input; its interface is older than const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(std::min(input.size(), most));
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(std::min(size, most));
    const uInt before_in = stream_.avail_in;
    const uInt before_out = stream_.avail_out;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    Step step{before_in - stream_.avail_in, before_out - stream_.avail_out, result == Z_STREAM_END};
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
      step.failure = stream_.msg != nullptr ? stream_.msg : "bad bytes";
    return step;
  }

 private:
  static constexpr std::size_t most = std::numeric_limits<uInt>::max();

  z_stream stream_{};
};

}  // namespace

std::unique_ptr<Decoder> make_gzip_decoder() { return std::make_unique<GzipDecoder>(); }

}  // namespace boctach
