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
  if (known) return *known;
  switch (scope) {
    case Scope::Line:
      return known.emplace(split_lines(text_));
    case Scope::Sentence:
      return known.emplace(split_sentences(text_, stops()));
    case Scope::Document:
      return known.emplace(1, Span{0, text_.size()});
    case Scope::Title:
      return known.emplace(find_title(text_));
    case Scope::Paragraph:
      break;
  }
  return known.emplace(split_paragraphs(text_));
}

// Those of a folded view are those of its base, but for what symbols took the place of.
const Stops& View::stops() const {
  if (stops_) return *stops_;
  if (base_ == nullptr) return stops_.emplace(find_stops(text_));
  Stops& stops = stops_.emplace();
  auto folded = folded_.begin();
  std::size_t shift = 0;  // from the view to the base; wraps around where that is shorter
  for (const std::size_t stop : base_->stops()) {
    for (; folded != folded_.end() && folded->base.end <= stop; ++folded) shift = folded->base.end - folded->place - symbol_size;
    if (folded == folded_.end() || stop < folded->base.begin) stops.push_back(static_cast<std::uint32_t>(stop - shift));
  }
  return stops;
}

}  // namespace boctach
