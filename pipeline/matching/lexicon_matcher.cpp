#include "matching/lexicon_matcher.h"

#include <algorithm>
#include <utility>

#include "text/case_fold.h"
#include "text/fold.h"
#include "text/unicode.h"

namespace boctach {
namespace {

bool stands_at(std::string_view text, std::size_t at, const std::string& entry) { return text.compare(at, entry.size(), entry) == 0; }

}  // namespace

std::unique_ptr<LexiconMatcher> LexiconMatcher::make(const Lexicon& lexicon) {
  std::unique_ptr<LexiconMatcher> made(new LexiconMatcher(lexicon.fold_case));
  for (const LexiconEntry& entry : lexicon.entries) {
    std::string text = fold_view(entry.value);
    if (lexicon.fold_case && !fold_case_in_place(to_lower(text), text)) return nullptr;
    if (text.empty()) return nullptr;
    made->entries_.push_back(std::move(text));
  }
  made->index();
  return made;
}

void LexiconMatcher::index() {
  std::sort(entries_.begin(), entries_.end());
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
  filter_.assign((std::size_t{1} << filter_bits) / 64, 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    // What an entry starts with stands right before it, or is what that one starts with.
    std::size_t shorter = i == 0 ? none : i - 1;
    while (shorter != none && !stands_at(entries_[i], 0, entries_[shorter])) shorter = shorter_[shorter];
    shorter_.push_back(shorter);
    const auto mark = [this](std::size_t place) { filter_[place >> 6] |= std::uint64_t{1} << (place & 63); };
    if (entries_[i].size() > 1) {
      mark(filter_place(entries_[i], 0));
    } else {
      for (unsigned next = 0; next < 256; ++next) mark(filter_place(entries_[i] + static_cast<char>(next), 0));
    }
  }
}

std::size_t LexiconMatcher::filter_place(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::size_t>(static_cast<unsigned char>(text[i])) : 0; };
  return byte(at) << 8 | byte(at + 1);
}

std::size_t LexiconMatcher::longest_at(std::string_view text, std::size_t at) const {
  const std::size_t place = filter_place(text, at);
  if (((filter_[place >> 6] >> (place & 63)) & 1) == 0) return 0;
  const auto behind = std::upper_bound(entries_.begin(), entries_.end(), text.substr(at));
  std::size_t candidate = behind == entries_.begin() ? none : static_cast<std::size_t>(behind - entries_.begin()) - 1;
  while (candidate != none && !stands_at(text, at, entries_[candidate])) candidate = shorter_[candidate];
  return candidate == none ? 0 : entries_[candidate].size();
}

}  // namespace boctach
