#ifndef BOCTACH_FORMATS_ARTICLE_FORMATS_H_
#define BOCTACH_FORMATS_ARTICLE_FORMATS_H_

#include <memory>
#include <string_view>
#include <vector>

#include "boctach/source.h"
#include "formats/byte_window.h"
#include "formats/input_name.h"

namespace boctach {

// How articles lie in a file. To add a format: one file that makes its source, one line in the table.
struct ArticleFormat {
  std::string_view name;
  std::vector<std::string_view> endings;
  std::unique_ptr<Source> (*make)(ByteWindow bytes, const InputName& name, const SourceOptions& options);
};

// All formats; the first is for what tells by nothing that it is another.
const std::vector<ArticleFormat>& article_formats();
// By name or by the ending of a file's name; null if there is none.
const ArticleFormat* format_called(std::string_view name);
const ArticleFormat* format_of(std::string_view file);

std::unique_ptr<Source> make_text_source(ByteWindow bytes, const InputName& name, const SourceOptions& options);
std::unique_ptr<Source> make_ndjson_source(ByteWindow bytes, const InputName& name, const SourceOptions& options);
std::unique_ptr<Source> make_csv_source(ByteWindow bytes, const InputName& name, const SourceOptions& options);
std::unique_ptr<Source> make_tsv_source(ByteWindow bytes, const InputName& name, const SourceOptions& options);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_ARTICLE_FORMATS_H_
