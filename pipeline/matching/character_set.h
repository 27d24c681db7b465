#ifndef BOCTACH_MATCHING_CHARACTER_SET_H_
#define BOCTACH_MATCHING_CHARACTER_SET_H_

#include <compare>
#include <vector>

namespace boctach {

// Characters from `first` to `last`.
struct CharacterRange {
  char32_t first;
  char32_t last;
  auto operator<=>(const CharacterRange&) const = default;
};

// A set of code points. Once settled, its ranges ascend and neither touch nor overlap.
class CharacterSet {
 public:
  static CharacterSet of(char32_t c) { return CharacterSet().add(c, c); }

  CharacterSet& add(char32_t first, char32_t last);
  CharacterSet& add(const CharacterSet& other);
  // With every character the same letter in any case.
  CharacterSet& add_other_cases();
  CharacterSet& negate();
  CharacterSet& settle();

  [[nodiscard]] const std::vector<CharacterRange>& ranges() const { return ranges_; }
  [[nodiscard]] bool overlaps(const CharacterSet& other) const;
  auto operator<=>(const CharacterSet&) const = default;

 private:
  std::vector<CharacterRange> ranges_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_CHARACTER_SET_H_
