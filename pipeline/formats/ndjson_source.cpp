#include <string>
#include <utility>

#include "boctach/failure.h"
#include "formats/article_sources.h"
#include "formats/input_file.h"
#include "formats/published_field.h"

namespace boctach {
namespace {

class NdjsonSource final : public Source {
 public:
  NdjsonSource(std::unique_ptr<std::istream> input, std::string name, FieldNames names)
      : input_(std::move(input)), name_(std::move(name)), names_(std::move(names)) {}

  std::optional<Document> next() override {
    const std::size_t begin = byte_;
    bool too_long = false;
    if (!read_line(too_long)) return std::nullopt;
    ++line_;
    std::string_view text = text_;
    // simdjson does not skip a byte order mark.
    if (line_ == 1 && text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    const Origin origin{name_, line_, begin};
    if (too_long) {
      Document document;
      document.origin = origin;
      document.id = without_origin_ending(origin);
      document.errors.push_back({"E905", "read", "the line is longer than 16 MiB"});
      return document;
    }
    return json_article(text, origin, names_);
  }

 private:
  // False at the end of the input. A line past the bound is read to its end
  // without being held.
  bool read_line(bool& too_long) {
    text_.clear();
    int c = input_->get();
    if (c == std::istream::traits_type::eof()) {
      if (input_->bad()) throw InputError(name_ + ": cannot be read");
      return false;
    }
    for (; c != std::istream::traits_type::eof(); c = input_->get()) {
      ++byte_;
      if (c == '\n') break;
      if (text_.size() < largest_line) {
        text_ += static_cast<char>(c);
      } else {
        too_long = true;
      }
    }
    return true;
  }

  std::unique_ptr<std::istream> input_;
  std::string name_;
  FieldNames names_;
  std::string text_;
  std::size_t line_ = 0;
  std::size_t byte_ = 0;
};

}  // namespace

std::unique_ptr<Source> make_ndjson_source(std::unique_ptr<std::istream> input, std::string name, const FieldNames& names) {
  return std::make_unique<NdjsonSource>(std::move(input), std::move(name), names);
}

}  // namespace boctach
