#ifndef BOCTACH_FORMATS_ARTICLE_SOURCES_H_
#define BOCTACH_FORMATS_ARTICLE_SOURCES_H_

#include <filesystem>
#include <istream>
#include <memory>
#include <string>

#include "boctach/source.h"

namespace boctach {

// One text file as one article. `name` is its path as records show it.
Document read_text_article(const std::filesystem::path& path, const std::filesystem::path& name);

// One text that was already read.
Document text_article(std::string bytes, const std::filesystem::path& name);

// An article a line. `name` is the path as records show it; `input` is owned.
std::unique_ptr<Source> make_ndjson_source(std::unique_ptr<std::istream> input, std::string name, const FieldNames& names);

// One JSON object as an article; `origin` says where it stood.
Document json_article(std::string_view line, const Origin& origin, const FieldNames& names);

// Files below a directory, in byte order of their paths.
std::unique_ptr<Source> make_directory_source(const std::filesystem::path& directory, const FieldNames& names);

// The source for one file, by its ending.
std::unique_ptr<Source> make_file_source(const std::filesystem::path& path, const std::filesystem::path& name, const FieldNames& names);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_ARTICLE_SOURCES_H_
