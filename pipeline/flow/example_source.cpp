#include "flow/example_source.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "flow/marked_text.h"

namespace boctach {
namespace {

class ExampleSource final : public Source {
 public:
  explicit ExampleSource(const RuleSet& rules) {
    for (const Pack& pack : rules.packs) {
      for (const Rule& rule : pack.rules) {
        for (const Example& example : rule.examples) examples_.push_back(&example);
      }
    }
  }

  std::optional<Document> next() override {
    if (next_ == examples_.size()) return std::nullopt;
    const Example& example = *examples_[next_++];
    Document document;
    document.id = example.mark.file + ":" + std::to_string(example.mark.line);
    document.buffer = TextBuffer(read_marks(example.text.value).text);
    document.metadata.published = example.published;
    document.metadata.title = example.title;
    return document;
  }

 private:
  std::vector<const Example*> examples_;
  std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<Source> open_examples(const RuleSet& rules) { return std::make_unique<ExampleSource>(rules); }

}  // namespace boctach
