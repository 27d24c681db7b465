#include "matching/character_set.h"

#include <algorithm>

#include "text/case_orbits.h"

namespace boctach {
namespace {

constexpr char32_t last_character = 0x10FFFF;

}  // namespace

CharacterSet& CharacterSet::add(char32_t first, char32_t last) {
  ranges_.push_back({first, last});
  return *this;
}

CharacterSet& CharacterSet::add(const CharacterSet& other) {
  ranges_.insert(ranges_.end(), other.ranges_.begin(), other.ranges_.end());
  return *this;
}

CharacterSet& CharacterSet::settle() {
  std::sort(ranges_.begin(), ranges_.end());
  std::vector<CharacterRange> settled;
  for (const CharacterRange& range : ranges_) {
    if (!settled.empty() && range.first <= settled.back().last + 1) {
      settled.back().last = std::max(settled.back().last, range.last);
    } else {
      settled.push_back(range);
    }
  }
  ranges_ = std::move(settled);
  return *this;
}

CharacterSet& CharacterSet::add_other_cases() {
  const std::vector<char32_t>& cased = characters_with_case();
  std::vector<CharacterRange> more;
  for (const CharacterRange& range : ranges_) {
    for (auto c = std::lower_bound(cased.begin(), cased.end(), range.first); c != cased.end() && *c <= range.last; ++c) {
      for (const char32_t other : case_orbit(*c)) more.push_back({other, other});
    }
  }
  ranges_.insert(ranges_.end(), more.begin(), more.end());
  return settle();
}

CharacterSet& CharacterSet::negate() {
  settle();
  std::vector<CharacterRange> others;
  char32_t next = 0;
  for (const CharacterRange& range : ranges_) {
    if (range.first > next) others.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= last_character) others.push_back({next, last_character});
  ranges_ = std::move(others);
  return *this;
}

bool CharacterSet::overlaps(const CharacterSet& other) const {
  auto a = ranges_.begin();
  auto b = other.ranges_.begin();
  while (a != ranges_.end() && b != other.ranges_.end()) {
    if (a->last < b->first) {
      ++a;
    } else if (b->last < a->first) {
      ++b;
    } else {
      return true;
    }
  }
  return false;
}

}  // namespace boctach
