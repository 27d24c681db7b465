#include "formats/compression.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "formats/input_name.h"

namespace boctach {
namespace {

using namespace std::string_view_literals;

const std::array<Compression, 5> compressions{{
    {"gzip", ".gz", ".tgz", "\x1F\x8B\x08"sv, make_gzip_decoder},
    {"bzip2", ".bz2", ".tbz2", "BZh"sv, make_bzip2_decoder},
    {"xz", ".xz", ".txz", "\xFD\x37zXZ\0"sv, make_xz_decoder},
    {"zstd", ".zst", ".tzst", "\x28\xB5\x2F\xFD"sv, make_zstd_decoder},
    {"lz4", ".lz4", ".tlz4", "\x04\x22\x4D\x18"sv, make_lz4_decoder},
}};

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

class DecompressedStream final : public ByteStream {
 public:
  DecompressedStream(ByteWindow bytes, const Compression& compression, std::size_t ratio)
      : bytes_(std::move(bytes)), compression_(compression), ratio_(ratio), decoder_(compression.make()) {}

  std::size_t read(char* to, std::size_t size) override {
    while (!broken_) {
      if (!inside_ && !begin()) return 0;
      const Decoder::Step step = decoder_->decode(bytes_.ahead(), to, size);
      bytes_.take(step.consumed);
      produced_ += step.produced;
      inside_ = !step.ended;
      if (step.failure != nullptr) {
        broken_ = BrokenInput("E911", "the " + name() + " stream is damaged: " + step.failure);
      } else if (produced_ > harmless_output && (produced_ - 1) / ratio_ >= bytes_.position()) {
        broken_ = BrokenInput("E912", "more than " + std::to_string(ratio_) + " bytes come out of each byte of " + name());
      }
      if (step.produced > 0) return step.produced;
      if (step.consumed == 0 && inside_ && !broken_ && !bytes_.more()) {
        broken_ = BrokenInput("E910", "the " + name() + " stream is cut off");
      }
    }
    throw BrokenInput(*broken_);
  }

 private:
  [[nodiscard]] std::string name() const { return std::string(compression_.name); }

  // The next stream; false at the end. Zeros between streams are what tapes and xz fill blocks with.
  bool begin() {
    while (true) {
      bytes_.reach(compression_.beginning.size());
      if (bytes_.ahead().empty()) return false;
      if (!begun_ || bytes_.ahead().front() != '\0') break;
      bytes_.take(1);
    }
    if (begun_ && !starts(bytes_.ahead(), compression_.beginning)) {
      broken_ = BrokenInput("E911", "something that is no " + name() + " follows the " + name() + " stream");
      throw BrokenInput(*broken_);
    }
    decoder_->begin();
    return inside_ = begun_ = true;
  }

  ByteWindow bytes_;
  const Compression& compression_;
  std::size_t ratio_;
  std::unique_ptr<Decoder> decoder_;
  bool begun_ = false;
  bool inside_ = false;
  std::size_t produced_ = 0;
  std::optional<BrokenInput> broken_;
};

}  // namespace

const Compression* compression_of(std::string_view beginning) {
  for (const Compression& compression : compressions) {
    if (!starts(beginning, compression.beginning)) continue;
    // A text may begin with BZh; what follows in a stream is the first digits of pi, or of its square root at the end.
    const std::string_view behind = beginning.substr(std::min<std::size_t>(beginning.size(), 4), 6);
    if (compression.make == make_bzip2_decoder && behind != "1AY&SY" && behind != "\x17rE8P\x90"sv) continue;
    return &compression;
  }
  return nullptr;
}

const Compression* compression_named(std::string_view name) {
  for (const Compression& compression : compressions) {
    if (has_ending(name, compression.ending) || has_ending(name, compression.of_tar)) return &compression;
  }
  return nullptr;
}

std::string_view uncompressed_name(std::string_view name) {
  for (const Compression& compression : compressions) {
    if (has_ending(name, compression.ending)) return name.substr(0, name.size() - compression.ending.size());
  }
  return name;
}

bool is_compressed_tar(std::string_view name) {
  for (const Compression& compression : compressions) {
    if (has_ending(name, compression.of_tar)) return true;
  }
  return false;
}

std::unique_ptr<ByteStream> decompressed(ByteWindow bytes, const Compression& compression, std::size_t ratio) {
  return std::make_unique<DecompressedStream>(std::move(bytes), compression, ratio);
}

}  // namespace boctach
