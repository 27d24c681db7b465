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

// Symbols are of plane 15.
constexpr std::size_t symbol_size = 4;

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
    symbol_places_.push_back(written);
    symbol_mentions_.push_back(folding.mention);
    folded_.push_back(place);
    written += symbol.size();
  }
  auto [text, map] = std::move(editor).finish();
  text_ = std::move(text);
  map_ = base.map_.then(map);
  cut_regions();
}

void View::from_base(const std::size_t* first, const std::size_t* last, std::vector<std::size_t>& places) const {
  std::size_t shift = 0;  // what the symbols so far are shorter than what they stand for; wraps around if longer
  std::size_t next = 0;
  for (const std::size_t* place = first; place != last; ++place) {
    for (; next < folded_.size() && folded_[next].end <= *place; ++next) shift = folded_[next].end - (symbol_places_[next] + symbol_size);
    if (next == folded_.size() || *place < folded_[next].begin) places.push_back(*place - shift);
  }
}

std::vector<std::size_t> View::mentions(Span view) const {
  const auto first = std::lower_bound(symbol_places_.begin(), symbol_places_.end(), view.begin);
  const auto last = std::lower_bound(first, symbol_places_.end(), view.end);
  return {symbol_mentions_.begin() + (first - symbol_places_.begin()), symbol_mentions_.begin() + (last - symbol_places_.begin())};
}

std::string View::readable(const std::map<std::string, char32_t, std::less<>>& symbols) const {
  std::string result;
  std::size_t done = 0;
  for (const std::size_t place : symbol_places_) {
    result.append(text_, done, place - done);
    const char32_t symbol = decode(text_, place).code_point;
    for (const auto& [label, of_label] : symbols) {
      if (of_label == symbol) result += "<" + label + ">";
    }
    done = place + symbol_size;
  }
  return result.append(text_, done, std::string::npos);
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
