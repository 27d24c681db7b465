#include "matching/view.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "boctach/text_editor.h"
#include "matching/word_bytes.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Longer first lines are running text, not a title.
constexpr std::size_t longest_title = 250;

// Symbols are of plane 15.
constexpr std::size_t symbol_size = 4;

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
  find_word_starts();
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
  map_word_starts();
}

void View::find_word_starts() {
  bool in_word = false;
  for (std::size_t at = 0; at < text_.size(); at += size_at(text_, at)) {
    const bool is_word = is_surely_word(text_, at);
    if (!in_word || !is_word) word_starts_.push_back(static_cast<std::uint32_t>(at));
    in_word = is_word;
  }
}

// Those of the base, where they now stand; a symbol, and what follows it, may be one too.
void View::map_word_starts() {
  std::size_t shift = 0;  // what the symbols so far are shorter than what they stand for; wraps around if longer
  std::size_t next = 0;
  const auto add = [this](std::size_t place) {
    if (place < text_.size() && (word_starts_.empty() || word_starts_.back() < place))
      word_starts_.push_back(static_cast<std::uint32_t>(place));
  };
  const auto pass_symbol = [&] {
    add(symbol_places_[next]);
    add(symbol_places_[next] + symbol_size);
    shift = folded_[next].end - (symbol_places_[next] + symbol_size);
    ++next;
  };
  for (const std::uint32_t place : base_->word_starts_) {
    while (next < folded_.size() && folded_[next].end <= place) pass_symbol();
    if (next == folded_.size() || place < folded_[next].begin) add(place - shift);
  }
  while (next < folded_.size()) pass_symbol();
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
  std::optional<std::vector<Span>>& known = regions_[static_cast<std::size_t>(scope)];
  if (!known) known = cut(text_, scope);
  return *known;
}

}  // namespace boctach
