#include "matching/trigger_index.h"

#include <algorithm>
#include <utility>

#include "rules/pattern_text.h"
#include "text/case_fold.h"

namespace boctach {
namespace {

// The first byte of symbols.
constexpr unsigned char symbol_lead = 0xF3;

}  // namespace

std::size_t TriggerIndex::add(const TriggerSet& set) {
  const auto [place, fresh] = numbers_.emplace(set, numbers_.size());
  if (fresh) {
    symbols_.emplace_back();
    for (const auto& [literal, next] : set) {
      if (is_view_symbol(literal)) symbols_.back().push_back(literal);
    }
  }
  return place->second;
}

void TriggerIndex::build() {
  std::map<std::string, std::vector<Use>> uses;
  for (const auto& [set, number] : numbers_) {
    for (const auto& [literal, next] : set) {
      if (is_view_symbol(literal)) continue;
      // The text that is scanned shows no symbols: where one may come, anything may.
      uses[literal].push_back({number, next.has(symbol_lead) ? ByteSet::all() : next});
    }
  }
  std::vector<std::string> literals;
  for (auto& [literal, of_literal] : uses) {
    literals.push_back(literal);
    sizes_.push_back(literal.size());
    uses_.push_back(std::move(of_literal));
  }
  automaton_ = LiteralAutomaton(literals);
}

bool TriggerIndex::scan(std::string_view text, TriggerHits& hits) const {
  std::string folded;
  if (!fold_case_in_place(text, folded)) return false;
  std::vector<std::pair<std::size_t, std::size_t>> found;  // set, place
  found.reserve(text.size() / 2);
  hits.begins_.assign(sets() + 1, 0);
  automaton_.scan(folded, [&](std::uint32_t literal, std::size_t end) {
    for (const Use& use : uses_[literal]) {
      if (end < text.size() ? !use.next.has(static_cast<unsigned char>(text[end])) : !use.next.has_end()) continue;
      found.emplace_back(use.set, end - sizes_[literal]);
      ++hits.begins_[use.set + 1];
    }
  });
  for (std::size_t set = 1; set <= sets(); ++set) hits.begins_[set] += hits.begins_[set - 1];
  hits.ends_ = hits.begins_;
  hits.places_.resize(found.size());
  for (const auto& [set, place] : found) hits.places_[hits.ends_[set]++] = place;
  for (std::size_t set = 0; set < sets(); ++set) {
    const auto first = hits.places_.begin() + static_cast<std::ptrdiff_t>(hits.begins_[set]);
    const auto last = hits.places_.begin() + static_cast<std::ptrdiff_t>(hits.ends_[set]);
    // They come in the order of their ends.
    if (!std::is_sorted(first, last)) std::sort(first, last);
    hits.ends_[set] = hits.begins_[set] + static_cast<std::size_t>(std::unique(first, last) - first);
  }
  return true;
}

}  // namespace boctach
