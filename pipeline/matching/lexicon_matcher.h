#ifndef BOCTACH_MATCHING_LEXICON_MATCHER_H_
#define BOCTACH_MATCHING_LEXICON_MATCHER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"

namespace boctach {

// What a pattern that is one lexicon matches, by look-up instead of RE2: for
// lexicons of any size.
class LexiconMatcher {
 public:
  // Null if an entry cannot be compared byte by byte.
  static std::unique_ptr<LexiconMatcher> make(const Lexicon& lexicon);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  // True if texts are to come in folded case (fold_case_in_place).
  [[nodiscard]] bool folds_case() const { return folds_case_; }
  // The length of the longest entry that stands at `at`; 0 if there is none.
  [[nodiscard]] std::size_t longest_at(std::string_view text, std::size_t at) const;

 private:
  explicit LexiconMatcher(bool folds_case) : folds_case_(folds_case) {}

  static constexpr unsigned filter_bits = 16;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  static std::size_t filter_place(std::string_view text, std::size_t at);
  void index();

  bool folds_case_;
  std::vector<std::string> entries_;   // sorted, distinct
  std::vector<std::size_t> shorter_;   // the longest entry that an entry starts with, or none
  std::vector<std::uint64_t> filter_;  // of the first two bytes of entries
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_LEXICON_MATCHER_H_
