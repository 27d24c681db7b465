#include <zlib.h>
#include <zstd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <new>
#include <streambuf>

#include "boctach/failure.h"
#include "formats/record_sources.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr std::size_t block = std::size_t{1} << 17;

[[noreturn]] void fail_to_read(const std::string& name) { throw InputError(say("{0}: cannot be read", {name})); }

[[noreturn]] void fail_damaged(const std::string& name) {
  throw InputError(say("{0}: what is compressed in it is damaged or cut off", {name}));
}

class GzipInput final : public std::streambuf {
 public:
  explicit GzipInput(const std::string& name) : name_(name), file_(gzopen(name.c_str(), "rbe")) {
    if (file_ == nullptr) fail_to_read(name_);
  }
  GzipInput(const GzipInput&) = delete;
  GzipInput& operator=(const GzipInput&) = delete;
  ~GzipInput() override { gzclose_r(file_); }

 protected:
  int_type underflow() override {
    const int got = gzread(file_, bytes_.data(), static_cast<unsigned>(bytes_.size()));
    // At the end of what was cut off it gives what there is, and says so only here.
    int state = Z_OK;
    gzerror(file_, &state);
    if (got < 0 || state != Z_OK) fail_damaged(name_);
    setg(bytes_.data(), bytes_.data(), bytes_.data() + got);
    return got == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_[0]);
  }

 private:
  std::string name_;
  gzFile file_;
  std::array<char, block> bytes_{};
};

class ZstdInput final : public std::streambuf {
 public:
  explicit ZstdInput(const std::string& name) : name_(name), file_(name, std::ios::binary), stream_(ZSTD_createDCtx()) {
    if (stream_ == nullptr) throw std::bad_alloc();
  }
  ZstdInput(const ZstdInput&) = delete;
  ZstdInput& operator=(const ZstdInput&) = delete;
  ~ZstdInput() override { ZSTD_freeDCtx(stream_); }

 protected:
  int_type underflow() override {
    ZSTD_outBuffer output{bytes_.data(), bytes_.size(), 0};
    while (output.pos == 0) {
      const bool read = input_.pos < input_.size || fill();
      // What the context holds back comes out without more input.
      const std::size_t before = input_.pos;
      const std::size_t wanted = ZSTD_decompressStream(stream_, &output, &input_);
      if (ZSTD_isError(wanted) != 0) fail_damaged(name_);
      if (output.pos == 0 && !read && before == input_.pos) {
        if (!ended_) fail_damaged(name_);
        return traits_type::eof();
      }
      if (output.pos > 0 || before != input_.pos) ended_ = wanted == 0;
    }
    setg(bytes_.data(), bytes_.data(), bytes_.data() + output.pos);
    return traits_type::to_int_type(bytes_[0]);
  }

 private:
  bool fill() {
    file_.read(read_.data(), static_cast<std::streamsize>(read_.size()));
    if (file_.bad()) fail_to_read(name_);
    input_ = {read_.data(), static_cast<std::size_t>(file_.gcount()), 0};
    return input_.size > 0;
  }

  std::string name_;
  std::ifstream file_;
  ZSTD_DCtx* stream_;
  ZSTD_inBuffer input_{nullptr, 0, 0};
  bool ended_ = false;  // the last frame is whole
  std::array<char, block> read_{};
  std::array<char, block> bytes_{};
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
  // What came out of a pipe cannot be read again.
  if (!std::filesystem::is_regular_file(name)) return file;
  std::array<char, 4> beginning{};
  file->read(beginning.data(), beginning.size());
  const std::string_view begins(beginning.data(), static_cast<std::size_t>(file->gcount()));
  if (begins.substr(0, 2) == "\x1F\x8B") return std::make_unique<OwningStream>(std::make_unique<GzipInput>(name));
  if (begins == "\x28\xB5\x2F\xFD") return std::make_unique<OwningStream>(std::make_unique<ZstdInput>(name));
  file->clear();
  file->seekg(0);
  return file;
}

}  // namespace boctach
