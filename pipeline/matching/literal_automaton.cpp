#include "matching/literal_automaton.h"

#include <map>

namespace boctach {

struct LiteralAutomaton::Node {
  std::map<std::uint8_t, std::uint32_t> children;  // by class
  std::uint32_t literal = none;
};

std::vector<LiteralAutomaton::Node> LiteralAutomaton::make_trie(const std::vector<std::string>& literals) {
  std::vector<Node> nodes(1);
  for (std::uint32_t i = 0; i < literals.size(); ++i) {
    std::uint32_t at = 0;
    for (const char c : literals[i]) {
      std::uint8_t& step = classes_[static_cast<unsigned char>(c)];
      if (step == 0) step = static_cast<std::uint8_t>(class_count_++);
      const auto [place, fresh] = nodes[at].children.emplace(step, static_cast<std::uint32_t>(nodes.size()));
      at = place->second;
      if (fresh) nodes.emplace_back();
    }
    nodes[at].literal = i;
  }
  return nodes;
}

// States in breadth, so that what they fall back to, which is shorter, is settled.
LiteralAutomaton::LiteralAutomaton(const std::vector<std::string>& literals) {
  if (literals.empty()) return;
  const std::vector<Node> nodes = make_trie(literals);
  states_.resize(nodes.size());
  std::vector<std::uint32_t> order{0};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t parent = order[i];
    for (const auto& [step, child] : nodes[parent].children) {
      order.push_back(child);
      states_[child].fallback = parent == 0 ? 0 : next(states_[parent].fallback, step);
    }
    add_state(nodes[parent], parent);
  }
}

void LiteralAutomaton::add_state(const Node& node, std::uint32_t place) {
  State& state = states_[place];
  state.ending = place == 0 ? none : states_[state.fallback].ending;
  if (node.literal != none) {
    endings_.push_back({node.literal, state.ending});
    state.ending = static_cast<std::uint32_t>(endings_.size() - 1);
  }
  state.is_full = place == 0 || node.children.size() > few;
  if (!state.is_full) {
    std::size_t k = 0;
    for (const auto& [step, child] : node.children) {
      state.steps[k] = step;
      state.targets[k++] = child;
    }
    return;
  }
  std::vector<std::uint32_t> row(std::size_t{256}, 0);
  for (std::size_t step = 1; place != 0 && step < class_count_; ++step) row[step] = next(state.fallback, static_cast<std::uint8_t>(step));
  for (const auto& [step, child] : node.children) row[step] = child;
  state.row = static_cast<std::uint32_t>(rows_.size());
  rows_.insert(rows_.end(), row.begin(), row.begin() + static_cast<std::ptrdiff_t>(class_count_));
}

}  // namespace boctach
