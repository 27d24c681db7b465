#ifndef BOCTACH_FORMATS_ARCHIVE_READER_H_
#define BOCTACH_FORMATS_ARCHIVE_READER_H_

#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/input_limits.h"
#include "formats/byte_stream.h"

struct archive;

namespace boctach {

// The members of a zip or tar archive, one after the other, without a disk.
// Names come as the archive has them: whatever they say, nothing is opened by them.
class ArchiveReader {
 public:
  // One that can be sought in is read by its directory (of zip), any other as it comes.
  ArchiveReader(std::unique_ptr<ByteStream> bytes, const InputLimits& limits);
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;
  ~ArchiveReader();

  // The name of the next member that is a file; nothing at the end. Throws
  // BrokenInput, after which there is no next: E913 where the archive is damaged or cut off, E914 past
  // the limit of members, and what read() found that the whole archive shares.
  std::optional<std::string> next();

  // Of the present member. BrokenInput as ByteStream::read: E913 damaged or encrypted, E915 past the
  // limit of a member, E916 of all of them, E912 of the ratio.
  std::size_t read(char* to, std::size_t size);

 private:
  struct Free {
    void operator()(archive* reader) const;
  };
  // What libarchive calls; nothing may be thrown through it.
  struct Calls;

  [[noreturn]] void fail();
  [[noreturn]] void end(const BrokenInput& broken);

  std::unique_ptr<ByteStream> bytes_;
  FileStream* file_ = nullptr;  // bytes_, if it can be sought in
  const InputLimits limits_;
  std::vector<char> block_;
  std::size_t given_ = 0;      // bytes of the archive that libarchive took
  std::size_t position_ = 0;   // in the file
  std::exception_ptr broken_;  // the input itself broke
  bool over_ = false;
  std::size_t entries_ = 0;
  std::size_t entry_ = 0;  // bytes of the present member so far
  std::size_t total_ = 0;
  std::unique_ptr<archive, Free> reader_;
};

// Whether an archive begins so; it takes `archive_beginning` bytes to say.
inline constexpr std::size_t archive_beginning = 262;
bool begins_archive(std::string_view beginning);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_ARCHIVE_READER_H_
