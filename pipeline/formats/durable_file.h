#ifndef BOCTACH_FORMATS_DURABLE_FILE_H_
#define BOCTACH_FORMATS_DURABLE_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace boctach {

// Files that outlive the loss of power. Whatever fails here is an OutputError
// that names the file.

// An open file, closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }
  // False if the system could not keep what was written.
  bool close();

 private:
  int number_ = -1;
};

// As much is gathered before it is written.
constexpr std::size_t write_size = std::size_t{1} << 18;

// Writes all of it. `path` is the name in messages.
void write_all(const Descriptor& file, std::string_view bytes, const std::string& path);

// A file that is there whole or not at all: it is written under the name
// `aside` and gets its own once its bytes are on the disk.
class DurableFile {
 public:
  DurableFile(std::string path, std::string aside);
  DurableFile(const DurableFile&) = delete;
  DurableFile& operator=(const DurableFile&) = delete;
  // Without commit() nothing is left of it.
  ~DurableFile();

  void write(std::string_view bytes);
  void set_mode(unsigned mode);
  // fsync, rename, fsync of the directory. An existing file gives way.
  void commit();

 private:
  void flush();

  std::string path_;
  std::string aside_;
  std::string buffer_;
  Descriptor file_;
};

// A file that only grows; what append() was given is on the disk when it returns.
class Journal {
 public:
  // Opens or makes the file; of what it holds the first `keep` bytes stay.
  Journal(std::string path, std::size_t keep);
  void append(std::string_view bytes);

 private:
  std::string path_;
  Descriptor file_;
};

// Makes names in this directory durable ("": the present one).
void sync_directory(const std::string& directory);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_DURABLE_FILE_H_
