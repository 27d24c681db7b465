#ifndef BOCTACH_FORMATS_BYTE_STREAM_H_
#define BOCTACH_FORMATS_BYTE_STREAM_H_

#include <cstddef>
#include <filesystem>
#include <istream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "boctach/document.h"

namespace boctach {

// An input ends before its end: cut off, damaged, past a limit. The source that
// reads it makes an article with this error of it.
class BrokenInput : public std::runtime_error {
 public:
  BrokenInput(std::string code, const std::string& message) : std::runtime_error(message), code_(std::move(code)) {}
  [[nodiscard]] DocumentError error() const { return {code_, "read", what()}; }

 private:
  std::string code_;
};

// Bytes, one block after the other.
class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  virtual ~ByteStream() = default;

  // At least one byte, as soon as there is one; 0 at the end. Throws BrokenInput
  // when all bytes before the break were given.
  virtual std::size_t read(char* to, std::size_t size) = 0;
};

// A file, or a pipe somebody writes to (one that nobody writes to is not
// waited for).
class FileStream final : public ByteStream {
 public:
  // BrokenInput E940 if it cannot be opened.
  explicit FileStream(const std::filesystem::path& path);
  ~FileStream() override;

  std::size_t read(char* to, std::size_t size) override;
  // Only of regular files.
  [[nodiscard]] bool is_regular() const { return regular_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  void seek(std::size_t position);

 private:
  int file_ = -1;
  bool regular_ = false;
  bool pipe_ = false;
  bool begun_ = false;
  std::size_t size_ = 0;
};

// `input` must outlive the stream.
std::unique_ptr<ByteStream> stream_of(std::istream& input);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_BYTE_STREAM_H_
