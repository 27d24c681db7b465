#ifndef BOCTACH_FORMATS_DECODER_H_
#define BOCTACH_FORMATS_DECODER_H_

#include <cstddef>
#include <memory>
#include <string_view>

namespace boctach {

// Undoes one kind of compression. A file may hold several of its streams, one
// behind the other; each is begun anew. The readers of libarchive will not do:
// of a stream that was cut off they lose up to 64 KiB that were whole, and that of gzip checks no sums.
class Decoder {
 public:
  struct Step {
    std::size_t consumed = 0;
    std::size_t produced = 0;
    bool ended = false;             // this stream, where `consumed` says
    const char* failure = nullptr;  // nothing can be read behind what was produced
  };

  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  virtual ~Decoder() = default;

  virtual void begin() = 0;
  // Neither consuming nor producing says that more input is wanted.
  virtual Step decode(std::string_view input, char* to, std::size_t size) = 0;
};

std::unique_ptr<Decoder> make_gzip_decoder();
std::unique_ptr<Decoder> make_bzip2_decoder();
std::unique_ptr<Decoder> make_xz_decoder();
std::unique_ptr<Decoder> make_zstd_decoder();
std::unique_ptr<Decoder> make_lz4_decoder();

}  // namespace boctach

#endif  // BOCTACH_FORMATS_DECODER_H_
