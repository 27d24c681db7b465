#include "formats/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <clocale>
#include <new>
#include <utility>

#include "formats/compression.h"
#include "formats/input_name.h"

namespace boctach {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16;

// libarchive takes names to and from the charset of the locale, and loses those
// that the locale C cannot hold. No name may depend on the locale anyway.
class Utf8Names {
 public:
  Utf8Names() : before_(utf8() == nullptr ? nullptr : uselocale(utf8())) {}
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;
  ~Utf8Names() {
    if (before_ != nullptr) uselocale(before_);
  }

 private:
  static locale_t utf8() {
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
  }

  locale_t before_;
};

// Bytes that are no UTF-8 come by the second call.
std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? std::string() : std::string(name);
}

}  // namespace

struct ArchiveReader::Calls {
  static la_ssize_t read(archive*, void* self, const void** block) {
    ArchiveReader& reader = *static_cast<ArchiveReader*>(self);
    try {
      const std::size_t got = reader.bytes_->read(reader.block_.data(), reader.block_.size());
      reader.given_ += got;
      reader.position_ += got;
      *block = reader.block_.data();
      return static_cast<la_ssize_t>(got);
    } catch (const BrokenInput&) {
      reader.broken_ = std::current_exception();
      return ARCHIVE_FATAL;
    }
  }

  static la_int64_t seek(archive*, void* self, la_int64_t offset, int from) {
    ArchiveReader& reader = *static_cast<ArchiveReader*>(self);
    if (from == SEEK_CUR) offset += static_cast<la_int64_t>(reader.position_);
    if (from == SEEK_END) offset += static_cast<la_int64_t>(reader.file_->size());
    try {
      reader.file_->seek(static_cast<std::size_t>(std::max<la_int64_t>(offset, 0)));
    } catch (const BrokenInput&) {
      reader.broken_ = std::current_exception();
      return ARCHIVE_FATAL;
    }
    reader.position_ = static_cast<std::size_t>(offset);
    return offset;
  }
};

void ArchiveReader::Free::operator()(archive* reader) const { archive_read_free(reader); }

ArchiveReader::ArchiveReader(std::unique_ptr<ByteStream> bytes, const InputLimits& limits)
    : bytes_(std::move(bytes)), limits_(limits), block_(block_size), reader_(archive_read_new()) {
  if (!reader_) throw std::bad_alloc();
  archive_read_support_format_zip(reader_.get());
  archive_read_support_format_tar(reader_.get());
  file_ = dynamic_cast<FileStream*>(bytes_.get());
  if (file_ != nullptr && !file_->is_regular()) file_ = nullptr;
  archive_read_set_read_callback(reader_.get(), Calls::read);
  if (file_ != nullptr) archive_read_set_seek_callback(reader_.get(), Calls::seek);
  archive_read_set_callback_data(reader_.get(), this);
}

ArchiveReader::~ArchiveReader() = default;

void ArchiveReader::end(const BrokenInput& broken) {
  over_ = true;
  throw BrokenInput(broken);
}

void ArchiveReader::fail() {
  if (broken_) {
    over_ = true;
    std::rethrow_exception(broken_);
  }
  const char* why = archive_error_string(reader_.get());
  throw BrokenInput("E913", std::string("the archive is damaged: ") + (why == nullptr ? "bad bytes" : readable(why)));
}

std::optional<std::string> ArchiveReader::next() {
  if (over_) return std::nullopt;
  if (entries_ == 0 && archive_read_open1(reader_.get()) != ARCHIVE_OK) {
    over_ = true;
    fail();
  }
  const Utf8Names names;
  while (true) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader_.get(), &entry);
    if (result == ARCHIVE_EOF) {
      over_ = true;
      return std::nullopt;
    }
    if (result == ARCHIVE_RETRY) continue;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
      over_ = true;
      fail();
    }
    if (++entries_ > limits_.entries)
      end(BrokenInput("E914", "the archive holds more than " + std::to_string(limits_.entries) + " members"));
    entry_ = 0;
    // A link holds no bytes of its own.
    if (archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr) return name_of(entry);
  }
}

std::size_t ArchiveReader::read(char* to, std::size_t size) {
  const la_ssize_t got = archive_read_data(reader_.get(), to, size);
  if (got < 0) {
    over_ = got == ARCHIVE_FATAL;
    fail();
  }
  entry_ += static_cast<std::size_t>(got);
  total_ += static_cast<std::size_t>(got);
  if (total_ > limits_.archive)
    end(BrokenInput("E916", "the members of the archive come to more than " + std::to_string(limits_.archive) + " bytes"));
  if (total_ > harmless_output && (total_ - 1) / limits_.ratio >= given_) {
    end(BrokenInput("E912", "more than " + std::to_string(limits_.ratio) + " bytes come out of each byte of the archive"));
  }
  if (entry_ > limits_.entry) throw BrokenInput("E915", "the member is larger than " + std::to_string(limits_.entry) + " bytes");
  return static_cast<std::size_t>(got);
}

// Zip, or tar as POSIX has it; older tars are told by their names.
bool begins_archive(std::string_view beginning) {
  const std::string_view first = beginning.substr(0, 4);
  if (first == "PK\x03\x04" || first == "PK\x05\x06" || first == "PK\x07\x08") return true;
  return beginning.size() >= archive_beginning && beginning.substr(257, 5) == "ustar";
}

}  // namespace boctach
