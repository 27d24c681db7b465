#include "matching/view.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "boctach/text_editor.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Longer first lines are running text, not a title.
constexpr std::size_t longest_title = 250;

std::vector<Span> find_title(std::string_view text, const std::vector<Span>& lines) {
  for (const Span line : lines) {
    const std::string_view words = line.of(text);
    if (words.find_first_not_of(' ') == std::string_view::npos) continue;
    if (count_code_points(words) > longest_title) return {};
    return {line};
  }
  return {};
}

std::vector<Folding> without_overlaps(std::vector<Folding> foldings) {
  std::sort(foldings.begin(), foldings.end(), [](const Folding& a, const Folding& b) {
    return std::tuple(b.clean.size(), a.sees_rank, a.clean.begin, a.mention) <
           std::tuple(a.clean.size(), b.sees_rank, b.clean.begin, b.mention);
  });
  std::vector<Folding> taken;
  for (const Folding& folding : foldings) {
    const auto clashes = [&](const Folding& other) { return other.clean.overlaps(folding.clean); };
    if (std::none_of(taken.begin(), taken.end(), clashes)) taken.push_back(folding);
  }
  std::sort(taken.begin(), taken.end(), [](const Folding& a, const Folding& b) { return a.clean < b.clean; });
  return taken;
}

}  // namespace

View::View(std::string_view clean) {
  TextEditor editor(clean);
  fold_view(editor);
  auto [text, map] = std::move(editor).finish();
  text_ = std::move(text);
  map_ = std::move(map);
  cut_regions();
}

View::View(const View& base, std::vector<Folding> foldings) {
  TextEditor editor(base.text_);
  std::size_t written = 0;
  for (const Folding& folding : without_overlaps(std::move(foldings))) {
    const Span place = base.from_clean(folding.clean);
    if (place.empty() || place.begin < editor.position()) continue;
    std::string symbol;
    append_utf8(symbol, folding.symbol);
    written += place.begin - editor.position();
    editor.keep_until(place.begin);
    editor.replace(place.size(), symbol);
    symbols_.emplace_back(written, folding.mention);
    written += symbol.size();
  }
  auto [text, map] = std::move(editor).finish();
  text_ = std::move(text);
  map_ = base.map_.then(map);
  cut_regions();
}

std::vector<std::size_t> View::mentions(Span view) const {
  std::vector<std::size_t> inside;
  const auto first = std::lower_bound(symbols_.begin(), symbols_.end(), std::pair(view.begin, std::size_t{0}));
  for (auto it = first; it != symbols_.end() && it->first < view.end; ++it) inside.push_back(it->second);
  return inside;
}

const std::vector<Span>& View::regions(Scope scope) const {
  switch (scope) {
    case Scope::Line:
      return lines_;
    case Scope::Sentence:
      return sentences_;
    case Scope::Document:
      return document_;
    case Scope::Title:
      return title_;
    case Scope::Paragraph:
      break;
  }
  return paragraphs_;
}

void View::cut_regions() {
  lines_ = split_lines(text_);
  paragraphs_ = split_paragraphs(text_);
  sentences_ = split_sentences(text_);
  document_ = {{0, text_.size()}};
  title_ = find_title(text_, lines_);
}

}  // namespace boctach
