#include <optional>
#include <string>
#include <utility>

#include "formats/article_fields.h"
#include "formats/article_formats.h"

namespace boctach {
namespace {

// A whole input is one article.
class TextSource final : public Source {
 public:
  TextSource(ByteWindow bytes, InputName name, const InputLimits& limits)
      : bytes_(std::move(bytes)), name_(std::move(name)), limits_(limits) {}

  std::optional<Document> next() override {
    if (std::exchange(given_, true)) return std::nullopt;
    try {
      if (bytes_.reach(limits_.article + 1)) return article_with(too_large(limits_.article), name_, 0, 0);
    } catch (const BrokenInput& broken) {
      return article_with(broken.error(), name_, 0, 0);
    }
    Document document = article_at(name_, 0, 0);
    document.buffer = TextBuffer(std::string(bytes_.ahead()));
    return document;
  }

 private:
  ByteWindow bytes_;
  InputName name_;
  InputLimits limits_;
  bool given_ = false;
};

}  // namespace

std::unique_ptr<Source> make_text_source(ByteWindow bytes, const InputName& name, const SourceOptions& options) {
  return std::make_unique<TextSource>(std::move(bytes), name, options.limits);
}

}  // namespace boctach
