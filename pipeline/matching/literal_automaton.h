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
// string matching, CACM 18, 1975). Where a state has many ways on, all its
// transitions are written out; where it has few, these and the state to fall
// back to. Written out everywhere, they would not stay in the cache.
class LiteralAutomaton {
 public:
  LiteralAutomaton() = default;
  // The literals must be distinct and not empty.
  explicit LiteralAutomaton(const std::vector<std::string>& literals);

  // Calls found(literal, end) for each occurrence, in the order of their ends.
  template <typename Found>
  void scan(std::string_view text, const Found& found) const {
    if (states_.empty()) return;
    std::uint32_t state = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      state = next(state, classes_[static_cast<unsigned char>(text[i])]);
      for (std::uint32_t ending = states_[state].ending; ending != none; ending = endings_[ending].shorter) {
        found(endings_[ending].literal, i + 1);
      }
    }
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::size_t few = 3;

  struct State {
    std::array<std::uint32_t, few> targets{};
    std::array<std::uint8_t, few> steps{};  // classes; 0: no way on
    bool is_full = false;
    std::uint32_t row = 0;        // of rows_, if full
    std::uint32_t fallback = 0;   // if not
    std::uint32_t ending = none;  // of the longest literal that ends here
  };
  struct Ending {
    std::uint32_t literal;
    std::uint32_t shorter;
  };
  struct Node;

  [[nodiscard]] std::uint32_t next(std::uint32_t state, std::uint8_t step) const {
    if (step == 0) return 0;
    for (;;) {
      const State& here = states_[state];
      if (here.is_full) return rows_[here.row + step];
      for (std::size_t k = 0; k < few; ++k) {
        if (here.steps[k] == step) return here.targets[k];
      }
      state = here.fallback;
    }
  }
  std::vector<Node> make_trie(const std::vector<std::string>& literals);
  void add_state(const Node& node, std::uint32_t place);

  std::array<std::uint8_t, 256> classes_{};  // of bytes that no literal holds: 0
  std::size_t class_count_ = 1;
  std::vector<State> states_;
  std::vector<std::uint32_t> rows_;
  std::vector<Ending> endings_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_LITERAL_AUTOMATON_H_
