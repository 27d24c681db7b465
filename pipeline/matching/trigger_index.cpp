#include "matching/trigger_index.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "rules/pattern_text.h"

namespace boctach {
namespace {

// The first byte of symbols.
constexpr unsigned char symbol_lead = 0xF3;

// Sure to be part of a word: ASCII, and the first bytes of the letters of Vietnamese.
bool is_word_byte(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC4 && c <= 0xC6);
}

bool is_word_at(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0xC3 || (c >= 0xC4 && c <= 0xC6)) return is_word_byte(c);
  if (at + 1 == text.size()) return false;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return c == 0xC3 ? next != 0x97 && next != 0xB7 : c == 0xE1 && (next == 0xBA || next == 0xBB);
}

// Surely not where a word starts: a letter before, a letter behind. Where it is
// not sure, the answer is no.
bool is_inside_word(std::string_view text, std::size_t at) {
  if (at == 0 || !is_word_at(text, at)) return false;
  std::size_t before = at - 1;
  while (before > 0 && at - before < 4 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  return is_word_at(text, before);
}

}  // namespace

std::size_t TriggerIndex::add(const TriggerSet& set, bool at_words) {
  const auto [place, fresh] = numbers_.emplace(std::pair(set, at_words), numbers_.size());
  if (fresh) {
    symbols_.emplace_back();
    for (const auto& [literal, next] : set) {
      if (is_view_symbol(literal)) symbols_.back().push_back(literal);
    }
  }
  return place->second;
}

void TriggerIndex::build() {
  std::map<ByteSet, std::uint16_t> nexts;
  std::map<std::string, std::vector<Use>> uses;
  for (const auto& [set, number] : numbers_) {
    for (const auto& [literal, next] : set.first) {
      if (is_view_symbol(literal)) continue;
      // The text that is scanned shows no symbols: where one may come, anything may.
      // So may it when there are too many to be told apart.
      const bool tell = !next.has(symbol_lead) && nexts.size() < std::numeric_limits<std::uint16_t>::max();
      const auto place = nexts.emplace(tell ? next : ByteSet::all(), static_cast<std::uint16_t>(nexts.size())).first;
      uses[literal].push_back({static_cast<std::uint32_t>(number), place->second, set.second});
    }
  }
  nexts_.resize(nexts.size());
  for (const auto& [next, place] : nexts) nexts_[place] = next;
  std::vector<std::string> literals;
  for (const auto& [literal, of_literal] : uses) {
    literals.push_back(literal);
    entries_.push_back({static_cast<std::uint32_t>(uses_.size()), static_cast<std::uint32_t>(literal.size())});
    uses_.insert(uses_.end(), of_literal.begin(), of_literal.end());
  }
  entries_.push_back({static_cast<std::uint32_t>(uses_.size()), 0});
  automaton_ = LiteralAutomaton(literals);
}

void TriggerIndex::scan(std::string_view text, std::string_view folded, bool inside_words, TriggerHits& hits) const {
  hits.found_.clear();
  hits.begins_.assign(sets() + 1, 0);
  automaton_.scan(folded, [&](std::uint32_t literal, std::size_t end) {
    const std::size_t begin = end - entries_[literal].size;
    const bool not_at_word = !inside_words && is_inside_word(text, begin);
    for (std::uint32_t i = entries_[literal].first_use; i < entries_[literal + 1].first_use; ++i) {
      const Use& use = uses_[i];
      if (use.at_words && not_at_word) continue;
      const ByteSet& next = nexts_[use.next];
      if (end < text.size() ? !next.has(static_cast<unsigned char>(text[end])) : !next.has_end()) continue;
      hits.found_.emplace_back(use.set, begin);
      ++hits.begins_[use.set + 1];
    }
  });
  hits.sort(sets());
}

void TriggerHits::sort(std::size_t sets) {
  for (std::size_t set = 1; set <= sets; ++set) begins_[set] += begins_[set - 1];
  ends_ = begins_;
  places_.resize(found_.size());
  for (const auto& [set, place] : found_) places_[ends_[set]++] = place;
  for (std::size_t set = 0; set < sets; ++set) {
    const auto first = places_.begin() + static_cast<std::ptrdiff_t>(begins_[set]);
    const auto last = places_.begin() + static_cast<std::ptrdiff_t>(ends_[set]);
    // They come in the order of their ends.
    if (!std::is_sorted(first, last)) std::sort(first, last);
    ends_[set] = begins_[set] + static_cast<std::size_t>(std::unique(first, last) - first);
  }
}

}  // namespace boctach
