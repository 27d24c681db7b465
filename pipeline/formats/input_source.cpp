#include "formats/input_source.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "formats/archive_reader.h"
#include "formats/article_formats.h"
#include "formats/compression.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view sqlite_beginning{"SQLite format 3\0", 16};
constexpr std::array<std::string_view, 3> sqlite_endings{".db", ".sqlite", ".sqlite3"};

std::string beginning_of(FileStream& file) {
  std::string beginning(sqlite_beginning.size(), '\0');
  beginning.resize(file.read(beginning.data(), beginning.size()));
  return beginning;
}

class SingleSource final : public Source {
 public:
  explicit SingleSource(Document document) : document_(std::move(document)) {}
  std::optional<Document> next() override { return std::exchange(document_, std::nullopt); }

 private:
  std::optional<Document> document_;
};

class FileSource final : public Source {
 public:
  FileSource(fs::path path, InputName name, SourceOptions options)
      : path_(std::move(path)), name_(std::move(name)), options_(std::move(options)) {}

  std::optional<Document> next() override {
    if (!source_) source_ = open();
    return source_->next();
  }

 private:
  [[nodiscard]] std::unique_ptr<Source> open() const {
    try {
      auto file = std::make_unique<FileStream>(path_);
      if (file->is_regular()) {
        const std::string read = beginning_of(*file);
        if (read == sqlite_beginning) return make_sqlite_source(path_, name_, options_);
        file->seek(0);
        // The directory of a zip stands at its end.
        if (begins_archive(read)) return make_archive_source(std::move(file), name_, options_);
      }
      return make_input_source(std::move(file), name_, options_);
    } catch (const BrokenInput& broken) {
      return make_single_source(article_with(broken.error(), name_, 0, 0));
    }
  }

  fs::path path_;
  InputName name_;
  SourceOptions options_;
  std::unique_ptr<Source> source_;
};

// Whether the first byte that is not blank begins an object; then the blanks are taken.
bool begins_object(ByteWindow& bytes) {
  static constexpr std::string_view mark = "\xEF\xBB\xBF";
  std::size_t at = bytes.ahead().substr(0, mark.size()) == mark ? mark.size() : 0;
  while (at < archive_beginning && bytes.reach(at + 1) && std::string_view(" \n\r\t").find(bytes.ahead()[at]) != std::string_view::npos)
    ++at;
  if (!bytes.reach(at + 1) || bytes.ahead()[at] != '{') return false;
  bytes.take(at);
  return true;
}

// No more of such an input has to be waited for to know what it is.
bool tells_at_once(ByteWindow& bytes) { return bytes.reach(1) && bytes.ahead().front() == '{'; }

std::unique_ptr<Source> source_of(ByteWindow bytes, InputName name, const SourceOptions& options) {
  const ArticleFormat* format = nullptr;
  for (bool inside = false;; inside = true) {
    const bool told = tells_at_once(bytes);
    if (!told) bytes.reach(compression_beginning);
    const Compression* compression = compression_of(bytes.ahead().substr(0, compression_beginning));
    if (compression == nullptr && compression_named(name.file) != nullptr) {
      const std::string promised(compression_named(name.file)->name);
      if (bytes.ahead().empty()) throw BrokenInput("E910", "the " + promised + " stream is cut off");
      throw BrokenInput("E911", "the name says " + promised + ", the file does not");
    }
    if (compression == nullptr) {
      format = options.format.empty() ? format_of(name.file) : format_called(options.format);
      if (format == nullptr && told) format = format_called("ndjson");
      break;
    }
    if (inside && ++name.nesting > options.limits.nesting) {
      throw BrokenInput("E917", "more than " + std::to_string(options.limits.nesting) + " inputs lie inside of each other");
    }
    name.file =
        is_compressed_tar(name.file) ? name.file.substr(0, name.file.rfind('.')) + ".tar" : std::string(uncompressed_name(name.file));
    bytes = ByteWindow(decompressed(std::move(bytes), *compression, options.limits.ratio));
  }
  if (format == nullptr || !tells_at_once(bytes)) bytes.reach(archive_beginning);
  if (begins_archive(bytes.ahead()) || has_ending(name.file, ".zip") || has_ending(name.file, ".tar")) {
    return make_archive_source(stream_of(std::move(bytes)), name, options);
  }
  if (bytes.ahead().substr(0, sqlite_beginning.size()) == sqlite_beginning) {
    throw BrokenInput("E930", "a database must be a file of its own");
  }
  if (format == nullptr) format = begins_object(bytes) ? format_called("ndjson") : &article_formats().front();
  const std::string_view beginning = bytes.ahead().substr(0, 2);
  // One text may be in any encoding; lines and columns are looked for in UTF-8.
  if (format != &article_formats().front() && (beginning == "\xFF\xFE" || beginning == "\xFE\xFF")) {
    throw BrokenInput("E909", "the input is UTF-16, not UTF-8");
  }
  return format->make(std::move(bytes), name, options);
}

}  // namespace

bool is_database(const fs::path& path) {
  FileStream file(path);
  return file.is_regular() && beginning_of(file) == sqlite_beginning;
}

std::unique_ptr<Source> make_single_source(Document document) { return std::make_unique<SingleSource>(std::move(document)); }

std::unique_ptr<Source> make_file_source(const fs::path& path, const InputName& name, const SourceOptions& options) {
  return std::make_unique<FileSource>(path, name, options);
}

std::unique_ptr<Source> make_input_source(std::unique_ptr<ByteStream> bytes, const InputName& name, const SourceOptions& options) {
  try {
    return source_of(ByteWindow(std::move(bytes)), name, options);
  } catch (const BrokenInput& broken) {
    return make_single_source(article_with(broken.error(), name, 0, 0));
  }
}

bool can_be_articles(std::string_view file, const SourceOptions& options) {
  const std::string_view last = file.substr(file.rfind('/') + 1);
  if (last.empty() || last.front() == '.') return false;
  const std::string_view plain = uncompressed_name(file);
  if (format_of(plain) != nullptr || has_ending(plain, ".tar") || has_ending(plain, ".zip") || is_compressed_tar(file)) return true;
  const bool database = !options.table.empty() || !options.query.empty();
  return database && std::any_of(sqlite_endings.begin(), sqlite_endings.end(), [&](auto ending) { return has_ending(file, ending); });
}

}  // namespace boctach
