#include <lzma.h>

#include <new>

#include "formats/decoder.h"

namespace boctach {
namespace {

// Past this xz was told to use more memory than any of its levels does.
constexpr std::uint64_t most_memory = std::uint64_t{96} << 20;

class XzDecoder final : public Decoder {
 public:
  ~XzDecoder() override { lzma_end(&stream_); }

  void begin() override {
    if (lzma_stream_decoder(&stream_, most_memory, 0) != LZMA_OK) throw std::bad_alloc();
  }

  Step decode(std::string_view input, char* to, std::size_t size) override {
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(input.data());
    stream_.avail_in = input.size();
    stream_.next_out = reinterpret_cast<std::uint8_t*>(to);
    stream_.avail_out = size;
    const lzma_ret result = lzma_code(&stream_, LZMA_RUN);
    Step step{input.size() - stream_.avail_in, size - stream_.avail_out, result == LZMA_STREAM_END};
    if (result == LZMA_MEM_ERROR) throw std::bad_alloc();
    if (result == LZMA_MEMLIMIT_ERROR) {
      step.failure = "it wants more than 96 MiB of memory";
    } else if (result != LZMA_OK && result != LZMA_STREAM_END && result != LZMA_BUF_ERROR) {
      step.failure = "bad bytes";
    }
    return step;
  }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
};

}  // namespace

std::unique_ptr<Decoder> make_xz_decoder() { return std::make_unique<XzDecoder>(); }

}  // namespace boctach
