#include "matching/view_set.h"

#include <iterator>
#include <utility>

#include "rules/pattern_text.h"

namespace boctach {
namespace {

std::size_t place_of(char32_t symbol) { return symbol - first_symbol; }

}  // namespace

LabelSymbols::LabelSymbols(const RuleSet& rules) {
  char32_t next = first_symbol;
  for (const std::string& label : labels(rules)) by_label.emplace(label, next++);
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      const auto order = static_cast<std::size_t>(rule.order);
      if (by_rule.size() <= order) by_rule.resize(order + 1, first_symbol);
      if (const auto symbol = by_label.find(rule.label); symbol != by_label.end()) by_rule[order] = symbol->second;
    }
  }
}

void ViewSet::text_changed(std::string_view text) {
  text_ = text;
  mentions_changed();
  views_.clear();
}

void ViewSet::mentions_changed() {
  numbered_.clear();
  there_.clear();
  for (auto view = views_.begin(); view != views_.end();) view = view->first.empty() ? std::next(view) : views_.erase(view);
}

const View& ViewSet::of(std::size_t number, const std::vector<std::string>& sees) {
  if (has(number)) return *numbered_[number];
  if (number >= numbered_.size()) numbered_.resize(number + 1);
  const std::u32string seen = seen_of(sees);
  std::unique_ptr<View>& view = views_[seen];
  if (!view) view = make(seen);
  return *(numbered_[number] = view.get());
}

std::u32string ViewSet::seen_of(const std::vector<std::string>& sees) {
  std::u32string seen;
  if (sees.empty()) return seen;
  if (there_.empty()) {
    there_.resize(symbols_.by_label.size());
    for (const Mention& mention : mentions_) {
      if (!mention.early) there_[place_of(symbols_.of(mention))] = true;
    }
  }
  for (const std::string& label : sees) {
    const auto symbol = symbols_.by_label.find(label);
    if (symbol != symbols_.by_label.end() && there_[place_of(symbol->second)]) seen += symbol->second;
  }
  return seen;
}

std::unique_ptr<View> ViewSet::make(const std::u32string& seen) {
  if (seen.empty()) return std::make_unique<View>(text_);
  std::vector<int> ranks(symbols_.by_label.size(), -1);
  for (std::size_t i = 0; i < seen.size(); ++i) ranks[place_of(seen[i])] = static_cast<int>(i);
  std::vector<Folding> foldings;
  for (std::size_t i = 0; i < mentions_.size(); ++i) {
    const Mention& mention = mentions_[i];
    if (mention.early) continue;  // of no label, it may be
    const char32_t symbol = symbols_.of(mention);
    const int rank = ranks[place_of(symbol)];
    if (rank >= 0) foldings.push_back({mention.span, i, rank, symbol});
  }
  return std::make_unique<View>(of(0, {}), std::move(foldings));
}

}  // namespace boctach
