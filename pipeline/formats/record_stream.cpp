#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <streambuf>
#include <string>
#include <utility>

#include "boctach/failure.h"
#include "formats/compression.h"
#include "formats/record_sources.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr std::size_t read_size = std::size_t{1} << 17;
// Records are much alike: however much comes out of a byte, it is no bomb.
constexpr std::size_t any_ratio = std::numeric_limits<std::size_t>::max();

std::unique_ptr<ByteStream> open_bytes(const std::string& name) {
  ByteWindow bytes(std::make_unique<FileStream>(name));
  bytes.reach(compression_beginning);
  const Compression* compression = compression_of(bytes.ahead());
  return compression == nullptr ? stream_of(std::move(bytes)) : decompressed(std::move(bytes), *compression, any_ratio);
}

class FileInput final : public std::streambuf {
 public:
  explicit FileInput(std::string name) : name_(std::move(name)) {}

 protected:
  int_type underflow() override {
    std::size_t got = 0;
    try {
      if (bytes_ == nullptr) bytes_ = open_bytes(name_);
      got = bytes_->read(block_.data(), block_.size());
    } catch (const BrokenInput& broken) {
      if (broken.error().code == "E940") throw InputError(say("{0}: cannot be read", {name_}));
      throw InputError(say("{0}: what is compressed in it is damaged or cut off", {name_}));
    }
    setg(block_.data(), block_.data(), block_.data() + got);
    return got == 0 ? traits_type::eof() : traits_type::to_int_type(block_[0]);
  }

 private:
  std::string name_;
  std::unique_ptr<ByteStream> bytes_;
  std::array<char, read_size> block_{};
};

// A stream that owns what it reads from, and lets errors of it through.
class OwningStream final : public std::istream {
 public:
  explicit OwningStream(std::unique_ptr<std::streambuf> from) : std::istream(from.get()), from_(std::move(from)) { exceptions(badbit); }

 private:
  std::unique_ptr<std::streambuf> from_;
};

}  // namespace

std::unique_ptr<std::istream> open_record_stream(const std::string& name) {
  auto file = std::make_unique<std::ifstream>(name, std::ios::binary);
  if (!*file) throw InputError(name + ": " + std::strerror(errno));
  // Of a pipe, which is waited for, the beginning cannot be read twice.
  if (!std::filesystem::is_regular_file(name)) return file;
  return std::make_unique<OwningStream>(std::make_unique<FileInput>(name));
}

}  // namespace boctach
