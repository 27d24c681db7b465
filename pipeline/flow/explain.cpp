#include <utility>

#include "boctach/pipeline.h"

namespace boctach {
namespace {

// What the editor changed in `buffer`: neighbouring changes are one.
std::vector<CharacterChange> changes_of(TextEditor&& editor, const TextBuffer& buffer) {
  const auto [text, map] = std::move(editor).finish();
  std::vector<CharacterChange> changes;
  Span before{0, 0};
  Span after{0, 0};
  const auto add = [&, &words = text] {
    if (before.empty() && after.empty()) return;
    changes.push_back({buffer.map().source(before), std::string(before.of(buffer.text())), std::string(after.of(words))});
  };
  for (const OffsetMap::Piece& piece : map.pieces()) {
    const bool is_gap = piece.source.begin > before.end;
    if (!piece.copied) {
      before.end = piece.source.end;
      after.end = piece.text.end;
      continue;
    }
    if (is_gap) before.end = piece.source.begin;
    add();
    before = {piece.source.end, piece.source.end};
    after = {piece.text.end, piece.text.end};
  }
  before.end = buffer.text().size();
  after.end = text.size();
  add();
  return changes;
}

}  // namespace

Explanation Pipeline::explain(Document document) const {
  Explanation explanation;
  explanation.document = std::move(document);
  Document& article = explanation.document;
  if (article.errors.empty()) {
    for (const auto& filter : filters_) {
      TextEditor seen(article.buffer.text());
      Diagnostics twice;
      filter->apply(seen, twice);
      explanation.filters.push_back({std::string(filter->name()), changes_of(std::move(seen), article.buffer)});
      TextEditor editor(article.buffer.text());
      filter->apply(editor, article.diagnostics);
      article.buffer.rewrite(std::move(editor));
    }
    clean_metadata(article);
    MatchOptions options = matching_;
    options.candidates = true;
    options.views = true;
    explanation.findings = matcher_->run(article, options);
  }
  explanation.record = builder_.build(article, explanation.findings);
  return explanation;
}

}  // namespace boctach
