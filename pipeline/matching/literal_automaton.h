#ifndef BOCTACH_MATCHING_LITERAL_AUTOMATON_H_
#define BOCTACH_MATCHING_LITERAL_AUTOMATON_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// Finds every occurrence of many literals in one pass (Aho, Corasick: Efficient
// string matching, CACM 18, 1975), with the transitions of failed ones written
// out and bytes that no literal holds taken as one.
class LiteralAutomaton {
 public:
  LiteralAutomaton() = default;
  // The literals must not be empty.
  explicit LiteralAutomaton(const std::vector<std::string>& literals);

  // Calls found(literal, end) for each occurrence, in the order of their ends.
  template <typename Found>
  void scan(std::string_view text, const Found& found) const {
    std::uint32_t state = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      state = next_[state + classes_[static_cast<unsigned char>(text[i])]];
      if (state < first_final_) continue;
      const std::size_t row = (state - first_final_) >> shift_;
      for (std::uint32_t k = outputs_begin_[row]; k < outputs_begin_[row + 1]; ++k) found(outputs_[k], i + 1);
    }
  }

  [[nodiscard]] std::size_t states() const { return next_.size() >> shift_; }

 private:
  std::array<std::uint8_t, 256> classes_{};
  unsigned shift_ = 0;  // a row of next_ is 1 << shift_ long
  // By state (the start of its row) and class. States with outputs come last.
  std::vector<std::uint32_t> next_{0};
  std::uint32_t first_final_ = 1;
  std::vector<std::uint32_t> outputs_begin_;  // by state from first_final_ on
  std::vector<std::uint32_t> outputs_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_LITERAL_AUTOMATON_H_
