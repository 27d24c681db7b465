#include <lz4frame.h>

#include <new>

#include "formats/decoder.h"

namespace boctach {
namespace {

class Lz4Decoder final : public Decoder {
 public:
  Lz4Decoder() {
    if (LZ4F_isError(LZ4F_createDecompressionContext(&stream_, LZ4F_VERSION)) != 0) throw std::bad_alloc();
  }
  ~Lz4Decoder() override { LZ4F_freeDecompressionContext(stream_); }

  void begin() override { LZ4F_resetDecompressionContext(stream_); }

  Step decode(std::string_view input, char* to, std::size_t size) override {
    std::size_t consumed = input.size();
    std::size_t produced = size;
    const std::size_t result = LZ4F_decompress(stream_, to, &produced, input.data(), &consumed, nullptr);
    if (LZ4F_isError(result) != 0) return {0, 0, false, LZ4F_getErrorName(result)};
    return {consumed, produced, result == 0};
  }

 private:
  LZ4F_dctx* stream_ = nullptr;
};

}  // namespace

std::unique_ptr<Decoder> make_lz4_decoder() { return std::make_unique<Lz4Decoder>(); }

}  // namespace boctach
