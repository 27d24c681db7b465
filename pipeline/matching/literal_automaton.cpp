#include "matching/literal_automaton.h"

#include <algorithm>
#include <map>

namespace boctach {
namespace {

struct Node {
  std::map<std::uint8_t, std::uint32_t> children;
  std::uint32_t fallback = 0;
  std::vector<std::uint32_t> outputs;
};

std::vector<Node> make_trie(const std::vector<std::string>& literals, const std::array<std::uint8_t, 256>& classes) {
  std::vector<Node> nodes(1);
  for (std::uint32_t i = 0; i < literals.size(); ++i) {
    std::uint32_t at = 0;
    for (const char c : literals[i]) {
      const std::uint8_t step = classes[static_cast<unsigned char>(c)];
      const auto [place, fresh] = nodes[at].children.emplace(step, static_cast<std::uint32_t>(nodes.size()));
      at = place->second;
      if (fresh) nodes.emplace_back();
    }
    nodes[at].outputs.push_back(i);
  }
  return nodes;
}

// Where to go on when a literal breaks off; in breadth, so that shorter ones are settled.
std::vector<std::uint32_t> link(std::vector<Node>& nodes) {
  std::vector<std::uint32_t> order{0};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t parent = order[i];
    for (const auto& [step, child] : nodes[parent].children) {
      order.push_back(child);
      if (parent == 0) continue;
      std::uint32_t fallback = nodes[parent].fallback;
      while (fallback != 0 && nodes[fallback].children.count(step) == 0) fallback = nodes[fallback].fallback;
      const auto found = nodes[fallback].children.find(step);
      nodes[child].fallback = found == nodes[fallback].children.end() ? 0 : found->second;
      const std::vector<std::uint32_t>& shorter = nodes[nodes[child].fallback].outputs;
      nodes[child].outputs.insert(nodes[child].outputs.end(), shorter.begin(), shorter.end());
    }
  }
  return order;
}

}  // namespace

LiteralAutomaton::LiteralAutomaton(const std::vector<std::string>& literals) {
  std::uint8_t classes = 1;
  for (const std::string& literal : literals) {
    for (const char c : literal) {
      std::uint8_t& mine = classes_[static_cast<unsigned char>(c)];
      if (mine == 0) mine = classes++;
    }
  }
  while ((1U << shift_) < classes) ++shift_;
  std::vector<Node> nodes = make_trie(literals, classes_);
  std::vector<std::uint32_t> order = link(nodes);
  const auto is_silent = [&](std::uint32_t node) { return nodes[node].outputs.empty(); };
  std::vector<std::uint32_t> numbered = order;
  const auto first_final = std::stable_partition(numbered.begin(), numbered.end(), is_silent);
  first_final_ = static_cast<std::uint32_t>(first_final - numbered.begin()) << shift_;
  std::vector<std::uint32_t> row(nodes.size());
  for (std::uint32_t i = 0; i < numbered.size(); ++i) row[numbered[i]] = i << shift_;
  next_.assign(nodes.size() << shift_, 0);
  for (const std::uint32_t node : order) {
    for (std::uint32_t step = 0; step < classes; ++step) {
      const auto child = nodes[node].children.find(static_cast<std::uint8_t>(step));
      if (child != nodes[node].children.end()) {
        next_[row[node] + step] = row[child->second];
      } else if (node != 0) {
        next_[row[node] + step] = next_[row[nodes[node].fallback] + step];
      }
    }
  }
  for (auto node = first_final; node != numbered.end(); ++node) {
    outputs_begin_.push_back(static_cast<std::uint32_t>(outputs_.size()));
    outputs_.insert(outputs_.end(), nodes[*node].outputs.begin(), nodes[*node].outputs.end());
  }
  outputs_begin_.push_back(static_cast<std::uint32_t>(outputs_.size()));
}

}  // namespace boctach
