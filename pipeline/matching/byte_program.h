#ifndef BOCTACH_MATCHING_BYTE_PROGRAM_H_
#define BOCTACH_MATCHING_BYTE_PROGRAM_H_

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "matching/syntax.h"

namespace boctach {

// Regular expressions as one non-deterministic automaton over the bytes of
// UTF-8, each with a number. Where alternatives start with different
// characters they are one node: a lexicon is a tree of its letters.
class ByteProgram {
 public:
  using NodeId = std::uint32_t;

  enum class Kind : std::uint8_t { Bytes, Split, Mark, TextStart, TextEnd, Match };

  struct Edge {
    std::uint8_t first;  // bytes from, to
    std::uint8_t last;
    NodeId target;
  };
  // There are hundreds of thousands of them: kept small.
  struct Node {
    Kind kind : 8 = Kind::Match;
    std::uint32_t slot : 24 = 0;  // Mark: 2 * group, and 1 more where it ends
    std::uint32_t rule = 0;
    // Of edges (Bytes) or targets (all others but Match: one, for Split the
    // first that does).
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  ByteProgram() = default;
  // The program of one expression.
  explicit ByteProgram(const Syntax& syntax);
  // The programs of one expression each in one, numbered as they come.
  explicit ByteProgram(const std::vector<const ByteProgram*>& programs);

  [[nodiscard]] const Node& node(NodeId id) const { return nodes_[id]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] const Edge* edges_begin(const Node& node) const { return edges_.data() + node.begin; }
  [[nodiscard]] const Edge* edges_end(const Node& node) const { return edges_.data() + node.end; }
  [[nodiscard]] const NodeId* targets_begin(const Node& node) const { return targets_.data() + node.begin; }
  [[nodiscard]] const NodeId* targets_end(const Node& node) const { return targets_.data() + node.end; }
  [[nodiscard]] NodeId start_of(std::uint32_t rule) const { return starts_[rule]; }
  [[nodiscard]] std::size_t rules() const { return starts_.size(); }

  // The bytes that a match of an expression may start with, behind the start of its text.
  [[nodiscard]] std::bitset<256> first_bytes(std::uint32_t rule) const;

  // Bytes that no node tells apart are of one class.
  [[nodiscard]] const std::array<std::uint8_t, 256>& classes() const { return classes_; }
  [[nodiscard]] std::size_t class_count() const { return class_bytes_.size(); }
  [[nodiscard]] std::uint8_t byte_of_class(std::size_t number) const { return class_bytes_[number]; }

 private:
  friend class ByteCompiler;

  // How much of a program there is.
  struct Extent {
    std::size_t nodes;
    std::size_t edges;
    std::size_t targets;
  };
  // Part of a program, which counts from its own start and goes on with `outside`.
  struct Block {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<NodeId> targets;
    NodeId start = 0;
  };
  static constexpr NodeId outside = static_cast<NodeId>(-1);

  void add(const ByteProgram& other);
  // To be called when all is in.
  void find_classes();
  [[nodiscard]] Extent extent() const { return {nodes_.size(), edges_.size(), targets_.size()}; }
  // What was added since the program had this extent, begins at `start` and goes on with `next`.
  [[nodiscard]] Block cut(const Extent& from, NodeId start, NodeId next) const;
  // Adds it, to go on with another node; gives where it begins.
  NodeId paste(const Block& block, NodeId next);

  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<NodeId> targets_;
  std::vector<NodeId> starts_;
  std::array<std::uint8_t, 256> classes_{};
  std::vector<std::uint8_t> class_bytes_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_BYTE_PROGRAM_H_
