#ifndef BOCTACH_FORMATS_INPUT_SOURCE_H_
#define BOCTACH_FORMATS_INPUT_SOURCE_H_

#include <filesystem>
#include <memory>

#include "boctach/source.h"
#include "formats/byte_window.h"
#include "formats/input_name.h"

namespace boctach {

// The articles of bytes that may be anything: compressed, an archive, a format.
// What cannot be read at all is an article with an error.
std::unique_ptr<Source> make_input_source(std::unique_ptr<ByteStream> bytes, const InputName& name, const SourceOptions& options);

// Of a file, opened when its first article is asked for.
std::unique_ptr<Source> make_file_source(const std::filesystem::path& path, const InputName& name, const SourceOptions& options);

// Of the files of a directory that can_be_articles(), its directories among them.
std::unique_ptr<Source> make_directory_source(const std::filesystem::path& directory, const InputName& name, const SourceOptions& options);

// Of the members of an archive.
std::unique_ptr<Source> make_archive_source(std::unique_ptr<ByteStream> bytes, const InputName& name, const SourceOptions& options);

bool is_database(const std::filesystem::path& path);

// The rows of a SQLite database. BrokenInput E931 if it does not give them.
std::unique_ptr<Source> make_sqlite_source(const std::filesystem::path& path, const InputName& name, const SourceOptions& options);

// One article, made already.
std::unique_ptr<Source> make_single_source(Document document);

// Whether a directory or an archive is asked for it: not hidden, and of a known ending.
bool can_be_articles(std::string_view file, const SourceOptions& options);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_INPUT_SOURCE_H_
