#include <bzlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "formats/decoder.h"

namespace boctach {
namespace {

class Bzip2Decoder final : public Decoder {
 public:
  ~Bzip2Decoder() override { BZ2_bzDecompressEnd(&stream_); }

  void begin() override {
    BZ2_bzDecompressEnd(&stream_);
    stream_ = {};
    if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
  }

  Step decode(std::string_view input, char* to, std::size_t size) override {
    stream_.next_in = const_cast<char*>(input.data());  // never written to
    stream_.avail_in = static_cast<unsigned>(std::min(input.size(), most));
    stream_.next_out = to;
    stream_.avail_out = static_cast<unsigned>(std::min(size, most));
    const unsigned before_in = stream_.avail_in;
    const unsigned before_out = stream_.avail_out;
    const int result = BZ2_bzDecompress(&stream_);
    Step step{before_in - stream_.avail_in, before_out - stream_.avail_out, result == BZ_STREAM_END};
    if (result == BZ_MEM_ERROR) throw std::bad_alloc();
    if (result != BZ_OK && result != BZ_STREAM_END) step.failure = result == BZ_DATA_ERROR ? "wrong checksum" : "bad bytes";
    return step;
  }

 private:
  static constexpr std::size_t most = std::numeric_limits<unsigned>::max();

  bz_stream stream_{};
};

}  // namespace

std::unique_ptr<Decoder> make_bzip2_decoder() { return std::make_unique<Bzip2Decoder>(); }

}  // namespace boctach
