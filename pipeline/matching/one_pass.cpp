#include "matching/one_pass.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

#include "text/unicode.h"

namespace boctach {
namespace {

using NodeId = ByteProgram::NodeId;

// Walks all places of an expression, nearest first, where a place is a node
// that a byte leads to.
class AmbiguityFinder {
 public:
  explicit AmbiguityFinder(const ByteProgram& program) : program_(program), seen_(program.size(), 0), from_(program.size()) {}

  std::optional<Ambiguity> find() {
    add(program_.start_of(0), {true, true, 0, 0});
    while (!places_.empty()) {
      const NodeId place = places_.front();
      places_.pop_front();
      if (const auto byte = follow(place)) return describe(place, *byte);
    }
    return std::nullopt;
  }

 private:
  // How a place was reached.
  struct Step {
    bool known = false;
    bool is_start = false;
    NodeId before = 0;
    std::uint8_t byte = 0;
  };

  void add(NodeId place, const Step& step) {
    if (from_[place].known) return;
    from_[place] = step;
    places_.push_back(place);
  }

  // A character with two ways on from a place, or nothing; adds the places behind it.
  std::optional<std::string> follow(NodeId place) {
    ++round_;
    std::array<const ByteProgram::Edge*, 256> taken{};
    std::vector<NodeId> pending{place};
    while (!pending.empty()) {
      const NodeId id = pending.back();
      pending.pop_back();
      // Twice at the same node: whatever follows it, with other marks or as another choice.
      if (seen_[id] == round_) return character_behind(id);
      seen_[id] = round_;
      const ByteProgram::Node& node = program_.node(id);
      if (node.kind == ByteProgram::Kind::Match) continue;
      if (node.kind != ByteProgram::Kind::Bytes) {
        pending.insert(pending.end(), program_.targets_begin(node), program_.targets_end(node));
        continue;
      }
      for (const auto* edge = program_.edges_begin(node); edge != program_.edges_end(node); ++edge) {
        for (std::size_t byte = edge->first; byte <= edge->last; ++byte) {
          if (taken[byte] != nullptr) return character(static_cast<char>(byte), *taken[byte], *edge);
          taken[byte] = edge;
        }
      }
    }
    // Letters first: the text that leads on is to be read by people.
    for (std::size_t i = 0; i < taken.size(); ++i) {
      const auto byte = static_cast<std::uint8_t>(i + 'a');
      if (taken[byte] != nullptr) add(taken[byte]->target, {true, false, place, byte});
    }
    return std::nullopt;
  }

  // The first character that a node leads on with; a line feed if only the end of the match follows.
  [[nodiscard]] std::string character_behind(NodeId id) const {
    while (program_.node(id).kind != ByteProgram::Kind::Bytes) {
      const ByteProgram::Node& node = program_.node(id);
      if (node.kind == ByteProgram::Kind::Match) return "\n";
      id = *program_.targets_begin(node);
    }
    const ByteProgram::Edge& edge = *program_.edges_begin(program_.node(id));
    return character(static_cast<char>(edge.first), edge, edge);
  }

  // A character that starts with the byte, of the edge that takes fewer.
  [[nodiscard]] std::string character(char byte, const ByteProgram::Edge& a, const ByteProgram::Edge& b) const {
    std::string text(1, byte);
    const ByteProgram::Edge* edge = b.last - b.first < a.last - a.first ? &b : &a;
    if (edge == &a &&
        program_.node(b.target).end - program_.node(b.target).begin < program_.node(a.target).end - program_.node(a.target).begin)
      edge = &b;
    while (!is_valid_utf8(text) && text.size() < 4) {
      edge = program_.edges_begin(program_.node(edge->target));
      text.push_back(static_cast<char>(edge->first));
    }
    return text;
  }

  [[nodiscard]] Ambiguity describe(NodeId place, std::string next) const {
    std::string before;
    for (NodeId at = place; !from_[at].is_start; at = from_[at].before) before.insert(before.begin(), static_cast<char>(from_[at].byte));
    // A place inside of a character: its first bytes belong to the next one.
    std::size_t whole = before.size();
    while (whole > 0 && !is_valid_utf8(before.substr(0, whole))) --whole;
    next.insert(0, before, whole, std::string::npos);
    if (!is_valid_utf8(next)) next.clear();
    return {before.substr(0, whole), std::move(next)};
  }

  const ByteProgram& program_;
  std::vector<std::uint32_t> seen_;
  std::uint32_t round_ = 0;
  std::vector<Step> from_;
  std::deque<NodeId> places_;
};

}  // namespace

std::optional<Ambiguity> find_ambiguity(const ByteProgram& program) { return AmbiguityFinder(program).find(); }

}  // namespace boctach
