#include <zlib.h>
#include <zstd.h>

#include <array>
#include <new>
#include <utility>

#include "formats/byte_output.h"

namespace boctach {
namespace {

constexpr std::size_t made_size = std::size_t{1} << 16;

// One gzip stream. zlib puts no time into its header, so that the same records
// give the same bytes.
class GzipOutput final : public ByteOutput {
 public:
  explicit GzipOutput(std::unique_ptr<ByteOutput> below) : below_(std::move(below)) {
    constexpr int largest_window = 15;
    constexpr int as_gzip = 16;
    constexpr int memory = 8;
    if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, largest_window + as_gzip, memory, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  GzipOutput(const GzipOutput&) = delete;
  GzipOutput& operator=(const GzipOutput&) = delete;
  ~GzipOutput() override { deflateEnd(&stream_); }

  void write(std::string_view bytes) override {
    // Lengths of zlib have 32 bits.
    for (constexpr std::size_t most = std::size_t{1} << 30; bytes.size() > most; bytes.remove_prefix(most))
      put(bytes.substr(0, most), Z_NO_FLUSH);
    put(bytes, Z_NO_FLUSH);
  }

  void finish() override {
    put({}, Z_FINISH);
    below_->finish();
  }

 private:
  void put(std::string_view bytes, int flush) {
    // zlib does not write through it.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(made_.data());
      stream_.avail_out = static_cast<uInt>(made_.size());
      deflate(&stream_, flush);  // fails only if called wrongly
      below_->write({made_.data(), made_.size() - stream_.avail_out});
    } while (stream_.avail_out == 0);
  }

  std::unique_ptr<ByteOutput> below_;
  z_stream stream_{};
  std::array<char, made_size> made_{};
};

// One zstd frame, with a checksum.
class ZstdOutput final : public ByteOutput {
 public:
  explicit ZstdOutput(std::unique_ptr<ByteOutput> below) : below_(std::move(below)), stream_(ZSTD_createCCtx()) {
    if (stream_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(stream_, ZSTD_c_checksumFlag, 1);
  }
  ZstdOutput(const ZstdOutput&) = delete;
  ZstdOutput& operator=(const ZstdOutput&) = delete;
  ~ZstdOutput() override { ZSTD_freeCCtx(stream_); }

  void write(std::string_view bytes) override { put(bytes, ZSTD_e_continue); }

  void finish() override {
    put({}, ZSTD_e_end);
    below_->finish();
  }

 private:
  void put(std::string_view bytes, ZSTD_EndDirective end) {
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    for (bool more = true; more;) {
      ZSTD_outBuffer output{made_.data(), made_.size(), 0};
      const std::size_t left = ZSTD_compressStream2(stream_, &output, &input, end);
      if (ZSTD_isError(left) != 0) throw std::bad_alloc();  // the only way left for it to fail
      below_->write({made_.data(), output.pos});
      more = end == ZSTD_e_end ? left != 0 : input.pos < input.size;
    }
  }

  std::unique_ptr<ByteOutput> below_;
  ZSTD_CCtx* stream_;
  std::array<char, made_size> made_{};
};

}  // namespace

std::unique_ptr<ByteOutput> compress(std::unique_ptr<ByteOutput> below, OutputCompression compression) {
  switch (compression) {
    case OutputCompression::Gzip:
      return std::make_unique<GzipOutput>(std::move(below));
    case OutputCompression::Zstd:
      return std::make_unique<ZstdOutput>(std::move(below));
    case OutputCompression::None:
      break;
  }
  return below;
}

std::string ending_of(OutputCompression compression) {
  switch (compression) {
    case OutputCompression::Gzip:
      return ".gz";
    case OutputCompression::Zstd:
      return ".zst";
    case OutputCompression::None:
      break;
  }
  return "";
}

}  // namespace boctach
