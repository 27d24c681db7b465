#include "formats/article_formats.h"

#include <algorithm>

namespace boctach {

const std::vector<ArticleFormat>& article_formats() {
  static const std::vector<ArticleFormat> formats{
      {"text", {".txt"}, make_text_source},
      {"ndjson", {".jsonl", ".ndjson"}, make_ndjson_source},
      {"csv", {".csv"}, make_csv_source},
      {"tsv", {".tsv"}, make_tsv_source},
  };
  return formats;
}

const ArticleFormat* format_called(std::string_view name) {
  for (const ArticleFormat& format : article_formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const ArticleFormat* format_of(std::string_view file) {
  for (const ArticleFormat& format : article_formats()) {
    if (std::any_of(format.endings.begin(), format.endings.end(), [&](std::string_view ending) { return has_ending(file, ending); })) {
      return &format;
    }
  }
  return nullptr;
}

}  // namespace boctach
