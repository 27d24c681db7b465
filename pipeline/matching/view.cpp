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

std::vector<Span> find_title(std::string_view text) {
  for (const Span line : split_lines(text)) {
    const std::string_view words = line.of(text);
    if (words.find_first_not_of(' ') == std::string_view::npos) continue;
    if (count_code_points(words) > longest_title) return {};
    return {line};
  }
  return {};
}

std::vector<Span> cut(std::string_view text, Scope scope) {
  switch (scope) {
    case Scope::Line:
      return split_lines(text);
    case Scope::Sentence:
      return split_sentences(text);
    case Scope::Document:
      return {{0, text.size()}};
    case Scope::Title:
      return find_title(text);
    case Scope::Paragraph:
      break;
  }
  return split_paragraphs(text);
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
}

View::View(const View& base, std::vector<Folding> foldings) : base_(&base) {
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
    folded_.push_back({written, place, folding.mention});
    written += symbol.size();
  }
  auto [text, map] = std::move(editor).finish();
  text_ = std::move(text);
  map_ = base.map_.then(map);
}

std::vector<std::size_t> View::mentions(Span view) const {
  std::vector<std::size_t> inside;
  auto folded = std::lower_bound(folded_.begin(), folded_.end(), view.begin, [](const Folded& f, std::size_t at) { return f.place < at; });
  for (; folded != folded_.end() && folded->place < view.end; ++folded) inside.push_back(folded->mention);
  return inside;
}

std::string View::readable(const std::map<std::string, char32_t, std::less<>>& symbols) const {
  std::string result;
  std::size_t done = 0;
  for (const Folded& folded : folded_) {
    result.append(text_, done, folded.place - done);
    const char32_t symbol = decode(text_, folded.place).code_point;
    for (const auto& [label, of_label] : symbols) {
      if (of_label == symbol) result += "<" + label + ">";
    }
    done = folded.place + symbol_size;
  }
  return result.append(text_, done, std::string::npos);
}

const std::vector<Span>& View::regions(Scope scope) const {
  std::optional<std::vector<Span>>& known = regions_[static_cast<std::size_t>(scope)];
  if (!known) known = cut(text_, scope);
  return *known;
}

}  // namespace boctach
