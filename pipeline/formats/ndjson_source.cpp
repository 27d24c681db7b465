#include <string>
#include <utility>

#include "formats/article_formats.h"
#include "formats/input_lines.h"
#include "formats/json_article.h"

namespace boctach {
namespace {

class NdjsonSource final : public Source {
 public:
  NdjsonSource(ByteWindow bytes, InputName name, SourceOptions options)
      : lines_(std::move(bytes), options.limits.line), name_(std::move(name)), options_(std::move(options)) {}

  std::optional<Document> next() override {
    if (broken_) return std::nullopt;
    std::optional<InputLine> line;
    try {
      line = lines_.next();
    } catch (const BrokenInput& broken) {
      // What was read of the line is no article: its text may end anywhere.
      broken_ = true;
      return article_with(broken.error(), name_, lines_.number(), lines_.byte());
    }
    if (!line) return std::nullopt;
    if (line->too_long) {
      const std::string longest = std::to_string(options_.limits.line);
      return article_with({"E905", "read", "the line is longer than " + longest + " bytes"}, name_, line->number, line->byte);
    }
    // simdjson does not skip a byte order mark.
    if (line->number == 1 && line->text.substr(0, 3) == "\xEF\xBB\xBF") line->text.remove_prefix(3);
    return json_article(line->text, article_at(name_, line->number, line->byte), options_);
  }

 private:
  InputLines lines_;
  InputName name_;
  SourceOptions options_;
  bool broken_ = false;
};

}  // namespace

std::unique_ptr<Source> make_ndjson_source(ByteWindow bytes, const InputName& name, const SourceOptions& options) {
  return std::make_unique<NdjsonSource>(std::move(bytes), name, options);
}

}  // namespace boctach
