#include "boctach/pipeline.h"

#include <utility>

namespace boctach {

std::unique_ptr<Pipeline> Pipeline::make(const RuleSet& rules, const RecordOptions& options, Diagnostics& diagnostics,
                                         const MatchOptions& matching) {
  std::unique_ptr<Pipeline> pipeline(new Pipeline(rules, options, matching));
  for (const std::string& name : rules.filters) pipeline->filters_.push_back(make_filter(name));
  pipeline->matcher_ = Matcher::compile(rules, diagnostics);
  if (!pipeline->matcher_) return nullptr;
  return pipeline;
}

void Pipeline::clean_characters(Document& document) const {
  for (const auto& filter : filters_) {
    TextEditor editor(document.buffer.text());
    filter->apply(editor, document.diagnostics);
    document.buffer.rewrite(std::move(editor));
  }
}

Findings Pipeline::clean(Document& document) const {
  clean_characters(document);
  return matcher_->run(document, matching_);
}

Record Pipeline::run(Document document) const {
  if (!document.errors.empty()) return builder_.build(document, {});
  const Findings findings = clean(document);
  return builder_.build(document, findings);
}

}  // namespace boctach
