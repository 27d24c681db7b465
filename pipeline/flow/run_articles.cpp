#include "flow/run_articles.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "boctach/diagnostic.h"

namespace boctach {
namespace {

Digest content_of(const Document& document) {
  // How many of each there are comes first: no list can be taken for the next.
  std::string numbers = std::to_string(document.fields.size()) + " " + std::to_string(document.diagnostics.all().size());
  for (const TextField& field : document.fields) numbers += " " + std::to_string(field.begin) + " " + std::to_string(field.size);
  const Metadata& metadata = document.metadata;
  std::vector<std::string_view> parts{
      numbers, document.id, metadata.title, metadata.published, metadata.byline, metadata.outlet, document.buffer.original()};
  for (const TextField& field : document.fields) parts.emplace_back(field.name);
  for (const Diagnostic& note : document.diagnostics.all()) parts.insert(parts.end(), {note.code, note.message});
  for (const DocumentError& error : document.errors) parts.insert(parts.end(), {error.code, error.stage, error.message});
  return digest(parts);
}

Digest behind(std::uint64_t before, const Digest& content, const Origin& origin) {
  const std::string numbers = std::to_string(before) + " " + std::to_string(origin.line) + " " + std::to_string(origin.byte);
  return digest({numbers, origin.path, hex_of(content)});
}

}  // namespace

RunArticles::RunArticles(Source& source, const ArticleChoice& choice, std::function<bool()> stopped)
    : source_(source), choice_(choice), stopped_(std::move(stopped)), ids_(choice.directory, false) {
  if (choice.dedupe) texts_.emplace(choice.directory, true);
}

std::optional<Document> RunArticles::next_within_limit() {
  if ((stopped_ && stopped_()) || (choice_.limit && read_ >= *choice_.limit)) return std::nullopt;
  std::optional<Document> document = source_.next();
  if (document) ++read_;
  return document;
}

// Every article draws a lot from the seed and its number; the smallest win. So
// the sample is the same whenever it is drawn, and only it is held.
struct RunArticles::Drawn {
  std::pair<Digest, std::size_t> lot;
  Document document;

  static bool before(const Drawn& a, const Drawn& b) {
    return std::tie(a.lot.first.high, a.lot.first.low, a.lot.second) < std::tie(b.lot.first.high, b.lot.first.low, b.lot.second);
  }
};

void RunArticles::draw() {
  std::vector<Drawn> drawn;  // a heap, the greatest lot on top
  while (std::optional<Document> document = next_within_limit()) {
    drawn.push_back({{digest({std::to_string(choice_.seed), std::to_string(read_)}), read_}, std::move(*document)});
    std::push_heap(drawn.begin(), drawn.end(), Drawn::before);
    if (drawn.size() <= *choice_.sample) continue;
    std::pop_heap(drawn.begin(), drawn.end(), Drawn::before);
    drawn.pop_back();
    ++skipped_;
  }
  std::sort(drawn.begin(), drawn.end(), [](const Drawn& a, const Drawn& b) { return a.lot.second > b.lot.second; });
  for (Drawn& one : drawn) sample_.push_back(std::move(one.document));
}

std::optional<Document> RunArticles::next_chosen() {
  if (!choice_.sample) return next_within_limit();
  if (!std::exchange(drawn_, true)) draw();
  if (sample_.empty() || (stopped_ && stopped_())) return std::nullopt;
  Document document = std::move(sample_.back());
  sample_.pop_back();
  return document;
}

std::optional<RunArticles::Article> RunArticles::next() {
  std::optional<Document> document = next_chosen();
  if (!document) return std::nullopt;
  Article article;
  if (ids_.find_or_add(digest({document->id}), {})) {
    document->diagnostics.note("N202", "another article of this run has the same id");
  }
  const std::string_view text = document->buffer.original();
  if (texts_ && document->errors.empty() && !text.empty()) article.duplicate_of = texts_->find_or_add(digest({text}), document->id);
  article.content = content_of(*document);
  input_ = behind(input_, article.content, document->origin).low;
  article.input = input_;
  article.document = std::move(*document);
  return article;
}

}  // namespace boctach
