#include <zstd.h>

#include <new>

#include "formats/decoder.h"

namespace boctach {
namespace {

class ZstdDecoder final : public Decoder {
 public:
  ZstdDecoder() {
    if (!stream_) throw std::bad_alloc();
  }

  void begin() override { ZSTD_DCtx_reset(stream_.get(), ZSTD_reset_session_only); }

  // Windows of more than 128 MiB (zstd --long=28 and up) are refused, as zstd itself does.
  Step decode(std::string_view input, char* to, std::size_t size) override {
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{to, size, 0};
    const std::size_t result = ZSTD_decompressStream(stream_.get(), &out, &in);
    Step step{in.pos, out.pos, result == 0};
    if (ZSTD_isError(result) != 0) step.failure = ZSTD_getErrorName(result);
    return step;
  }

 private:
  struct Free {
    void operator()(ZSTD_DCtx* stream) const { ZSTD_freeDCtx(stream); }
  };
  std::unique_ptr<ZSTD_DCtx, Free> stream_{ZSTD_createDCtx()};
};

}  // namespace

std::unique_ptr<Decoder> make_zstd_decoder() { return std::make_unique<ZstdDecoder>(); }

}  // namespace boctach
