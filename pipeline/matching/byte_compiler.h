#ifndef BOCTACH_MATCHING_BYTE_COMPILER_H_
#define BOCTACH_MATCHING_BYTE_COMPILER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <string_view>
#include <vector>

#include "matching/byte_program.h"
#include "matching/character_set.h"
#include "matching/syntax.h"
#include "matching/utf8_sequences.h"

namespace boctach {

// Makes programs of expressions. What has many parts, lexicons and classes of
// letters above all, is worked out once and copied wherever it stands again, in
// the same expression or a later one. For one thread.
class ByteCompiler {
 public:
  ByteProgram compile(const Syntax& syntax);

 private:
  using NodeId = ByteProgram::NodeId;
  using Node = ByteProgram::Node;
  using Edge = ByteProgram::Edge;
  using Kind = ByteProgram::Kind;
  using Block = ByteProgram::Block;
  using Extent = ByteProgram::Extent;

  // What is left of an alternative: text, and the parts behind it.
  struct Branch {
    std::u32string_view text;
    bool any_case = false;
    const Syntax* parts = nullptr;
    std::size_t count = 0;
  };
  struct Branches {
    const Branch* first;
    const Branch* last;
    [[nodiscard]] const Branch* begin() const { return first; }
    [[nodiscard]] const Branch* end() const { return last; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(last - first); }
  };
  struct Way {
    CharacterRange range;
    NodeId target;
  };
  struct Known {
    Syntax syntax;
    Block block;
  };

  NodeId add_node(Node node);
  NodeId add_split(const std::vector<NodeId>& targets);
  NodeId add_bytes(const Edge& edge);
  NodeId add_bytes(const std::vector<Edge>& edges);
  NodeId add(const Syntax& syntax, NodeId next);
  NodeId add_afresh(const Syntax& syntax, NodeId next);
  NodeId add_parts(const Syntax* parts, std::size_t count, NodeId next);
  NodeId add_alternatives(const Syntax& syntax, NodeId next);
  NodeId add_repetition(const Syntax& syntax, NodeId next);
  NodeId add_text(std::u32string_view text, bool any_case, NodeId next);
  NodeId add_branches(Branches branches, NodeId next);
  NodeId add_letters(Branches branches, NodeId next);
  NodeId add_ways(std::vector<Way>& ways);
  void add_sequence(const Utf8Sequence& sequence, NodeId target);
  // Adds the nodes that no sequence to come can go on from; `depth` bytes of path_ stay.
  void close(std::size_t depth);

  ByteProgram program_;
  std::list<Known> known_;
  // Of add_ways: the nodes from the first byte to the one before the last, and the bytes between them.
  std::array<std::vector<Edge>, 4> open_;
  std::array<std::uint8_t, 4> path_{};
  std::size_t depth_ = 0;
  std::vector<Utf8Sequence> sequences_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_BYTE_COMPILER_H_
