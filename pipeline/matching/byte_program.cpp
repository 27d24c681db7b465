#include "matching/byte_program.h"

#include <algorithm>

#include "matching/byte_compiler.h"

namespace boctach {

ByteProgram::ByteProgram(const Syntax& syntax) : ByteProgram(ByteCompiler().compile(syntax)) {}

ByteProgram::ByteProgram(const std::vector<const ByteProgram*>& programs) {
  Extent all{0, 0, 0};
  for (const ByteProgram* program : programs) {
    all.nodes += program->nodes_.size();
    all.edges += program->edges_.size();
    all.targets += program->targets_.size();
  }
  nodes_.reserve(all.nodes);
  edges_.reserve(all.edges);
  targets_.reserve(all.targets);
  starts_.reserve(programs.size());
  for (const ByteProgram* program : programs) add(*program);
  find_classes();
}

void ByteProgram::add(const ByteProgram& other) {
  const auto rule = static_cast<std::uint32_t>(starts_.size());
  const auto nodes = static_cast<NodeId>(nodes_.size());
  const auto edges = static_cast<std::uint32_t>(edges_.size());
  const auto targets = static_cast<std::uint32_t>(targets_.size());
  nodes_.insert(nodes_.end(), other.nodes_.begin(), other.nodes_.end());
  for (auto node = nodes_.begin() + nodes; node != nodes_.end(); ++node) {
    const std::uint32_t shift = node->kind == Kind::Bytes ? edges : targets;
    node->rule = rule;
    node->begin += shift;
    node->end += shift;
  }
  for (Edge edge : other.edges_) edges_.push_back({edge.first, edge.last, edge.target + nodes});
  for (const NodeId target : other.targets_) targets_.push_back(target + nodes);
  starts_.push_back(other.starts_.front() + nodes);
}

ByteProgram::Block ByteProgram::cut(const Extent& from, NodeId start, NodeId next) const {
  const auto inner = [&](NodeId id) { return id == next ? outside : static_cast<NodeId>(id - from.nodes); };
  Block block{{nodes_.begin() + static_cast<std::ptrdiff_t>(from.nodes), nodes_.end()}, {}, {}, inner(start)};
  for (Node& node : block.nodes) {
    const auto shift = static_cast<std::uint32_t>(node.kind == Kind::Bytes ? from.edges : from.targets);
    node.begin -= shift;
    node.end -= shift;
  }
  block.edges.assign(edges_.begin() + static_cast<std::ptrdiff_t>(from.edges), edges_.end());
  for (Edge& edge : block.edges) edge.target = inner(edge.target);
  block.targets.assign(targets_.begin() + static_cast<std::ptrdiff_t>(from.targets), targets_.end());
  for (NodeId& target : block.targets) target = inner(target);
  return block;
}

ByteProgram::NodeId ByteProgram::paste(const Block& block, NodeId next) {
  const Extent to = extent();
  const auto outer = [&](NodeId id) { return id == outside ? next : static_cast<NodeId>(id + to.nodes); };
  nodes_.insert(nodes_.end(), block.nodes.begin(), block.nodes.end());
  for (auto node = nodes_.begin() + static_cast<std::ptrdiff_t>(to.nodes); node != nodes_.end(); ++node) {
    const auto shift = static_cast<std::uint32_t>(node->kind == Kind::Bytes ? to.edges : to.targets);
    node->begin += shift;
    node->end += shift;
  }
  for (const Edge& edge : block.edges) edges_.push_back({edge.first, edge.last, outer(edge.target)});
  for (const NodeId target : block.targets) targets_.push_back(outer(target));
  return outer(block.start);
}

std::bitset<256> ByteProgram::first_bytes(std::uint32_t rule) const {
  std::bitset<256> bytes;
  std::vector<NodeId> seen;
  std::vector<NodeId> pending{starts_[rule]};
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
    seen.push_back(id);
    const Node& at = nodes_[id];
    if (at.kind == Kind::Split || at.kind == Kind::Mark) pending.insert(pending.end(), targets_begin(at), targets_end(at));
    if (at.kind != Kind::Bytes) continue;
    for (const Edge* edge = edges_begin(at); edge != edges_end(at); ++edge) {
      for (std::size_t byte = edge->first; byte <= edge->last; ++byte) bytes.set(byte);
    }
  }
  return bytes;
}

void ByteProgram::find_classes() {
  std::array<bool, 257> borders{true};
  for (const Edge& edge : edges_) {
    borders[edge.first] = true;
    borders[std::size_t{edge.last} + 1] = true;
  }
  class_bytes_.clear();
  for (std::size_t byte = 0; byte < 256; ++byte) {
    if (borders[byte]) class_bytes_.push_back(static_cast<std::uint8_t>(byte));
    classes_[byte] = static_cast<std::uint8_t>(class_bytes_.size() - 1);
  }
}

}  // namespace boctach
