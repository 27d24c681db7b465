#include "matching/byte_program.h"

#include <algorithm>
#include <bitset>

#include "matching/utf8_sequences.h"
#include "text/case_orbits.h"

namespace boctach {
namespace {

// A letter in any case, or alone.
std::u32string_view cases_of(const char32_t& letter, bool any_case) {
  const std::u32string_view alone(&letter, 1);
  if (!any_case) return alone;
  const std::u32string& orbit = case_orbit(letter);
  return orbit.empty() ? alone : std::u32string_view(orbit);
}

}  // namespace

ByteProgram::NodeId ByteProgram::add_node(Node node) {
  nodes_.push_back(node);
  return static_cast<NodeId>(nodes_.size() - 1);
}

ByteProgram::NodeId ByteProgram::add_split(const std::vector<NodeId>& targets) {
  Node node;
  node.kind = Kind::Split;
  node.begin = static_cast<std::uint32_t>(targets_.size());
  for (auto target = targets.begin(); target != targets.end(); ++target) {
    if (std::find(targets.begin(), target, *target) == target) targets_.push_back(*target);
  }
  node.end = static_cast<std::uint32_t>(targets_.size());
  if (node.end - node.begin == 1) {
    targets_.pop_back();
    return targets.front();
  }
  return add_node(node);
}

ByteProgram::NodeId ByteProgram::add_bytes(const Edge& edge) {
  Node node;
  node.kind = Kind::Bytes;
  node.begin = static_cast<std::uint32_t>(edges_.size());
  node.end = node.begin + 1;
  edges_.push_back(edge);
  return add_node(node);
}

ByteProgram::NodeId ByteProgram::add_bytes(const std::vector<Edge>& edges) {
  Node node;
  node.kind = Kind::Bytes;
  node.begin = static_cast<std::uint32_t>(edges_.size());
  edges_.insert(edges_.end(), edges.begin(), edges.end());
  node.end = static_cast<std::uint32_t>(edges_.size());
  return add_node(node);
}

ByteProgram::ByteProgram(const Syntax& syntax) {
  const NodeId start = compile(syntax, add_node({}));
  starts_.push_back(start);
  find_classes();
}

void ByteProgram::add(const ByteProgram& other) {
  const auto rule = static_cast<std::uint32_t>(starts_.size());
  const auto nodes = static_cast<NodeId>(nodes_.size());
  const auto edges = static_cast<std::uint32_t>(edges_.size());
  const auto targets = static_cast<std::uint32_t>(targets_.size());
  for (Node node : other.nodes_) {
    const std::uint32_t shift = node.kind == Kind::Bytes ? edges : targets;
    node.rule = rule;
    node.begin += shift;
    node.end += shift;
    nodes_.push_back(node);
  }
  for (Edge edge : other.edges_) edges_.push_back({edge.first, edge.last, edge.target + nodes});
  for (const NodeId target : other.targets_) targets_.push_back(target + nodes);
  starts_.push_back(other.starts_.front() + nodes);
}

ByteProgram::NodeId ByteProgram::compile(const Syntax& syntax, NodeId next) {
  switch (syntax.kind) {
    case Syntax::Kind::Nothing:
      return next;
    case Syntax::Kind::Text:
      return compile_text(syntax.text, syntax.any_case, next);
    case Syntax::Kind::Class: {
      std::vector<Way> ways;
      for (const CharacterRange& range : syntax.characters.ranges()) ways.push_back({range, next});
      return compile_ways(std::move(ways));
    }
    case Syntax::Kind::Sequence:
      return compile_parts(syntax.parts.data(), syntax.parts.size(), next);
    case Syntax::Kind::Repetition:
      return compile_repetition(syntax, next);
    case Syntax::Kind::Alternatives: {
      std::vector<Branch> branches;
      for (const Syntax& part : syntax.parts) {
        const Syntax* parts = part.kind == Syntax::Kind::Sequence ? part.parts.data() : &part;
        const std::size_t count = part.kind == Syntax::Kind::Sequence ? part.parts.size() : 1;
        const bool has_text = parts[0].kind == Syntax::Kind::Text;
        branches.push_back(has_text ? Branch{parts[0].text, parts[0].any_case, parts + 1, count - 1} : Branch{{}, false, parts, count});
      }
      return compile_branches(branches, next);
    }
    default:
      break;
  }
  Node node;
  if (syntax.kind == Syntax::Kind::Group) {
    node.kind = Kind::Mark;
    node.slot = static_cast<std::uint32_t>(2 * syntax.group + 1);
    targets_.push_back(next);
    node.begin = static_cast<std::uint32_t>(targets_.size() - 1);
    node.end = node.begin + 1;
    next = compile(syntax.parts.front(), add_node(node));
    --node.slot;
  } else {
    node.kind = syntax.kind == Syntax::Kind::TextStart ? Kind::TextStart : Kind::TextEnd;
  }
  targets_.push_back(next);
  node.begin = static_cast<std::uint32_t>(targets_.size() - 1);
  node.end = node.begin + 1;
  return add_node(node);
}

ByteProgram::NodeId ByteProgram::compile_parts(const Syntax* parts, std::size_t count, NodeId next) {
  for (std::size_t i = count; i > 0; --i) next = compile(parts[i - 1], next);
  return next;
}

// x{2,4} is xx(x(x)?)?, x{2,} is x(x)+; a + is x with a way back behind it.
ByteProgram::NodeId ByteProgram::compile_repetition(const Syntax& syntax, NodeId next) {
  const Syntax& once = syntax.parts.front();
  const auto choose = [&](NodeId more, NodeId enough) { return syntax.greedy ? std::vector{more, enough} : std::vector{enough, more}; };
  std::size_t copies = syntax.least;
  if (syntax.most == Syntax::no_end) {
    Node split;
    split.kind = Kind::Split;
    split.begin = static_cast<std::uint32_t>(targets_.size());
    split.end = split.begin + 2;
    targets_.resize(split.end);
    const NodeId loop = add_node(split);
    const NodeId body = compile(once, loop);
    const std::vector<NodeId> ways = choose(body, next);
    std::copy(ways.begin(), ways.end(), targets_.begin() + split.begin);
    next = syntax.least == 0 ? loop : body;
    copies = syntax.least == 0 ? 0 : syntax.least - 1;
  } else {
    const NodeId enough = next;
    for (std::size_t i = syntax.least; i < syntax.most; ++i) next = add_split(choose(compile(once, next), enough));
  }
  for (std::size_t i = 0; i < copies; ++i) next = compile(once, next);
  return next;
}

ByteProgram::NodeId ByteProgram::compile_text(std::u32string_view text, bool any_case, NodeId next) {
  for (std::size_t i = text.size(); i > 0; --i) {
    const std::u32string_view cases = cases_of(text[i - 1], any_case);
    if (cases.size() > 1) {
      std::vector<Way> ways;
      for (const char32_t c : cases) ways.push_back({{c, c}, next});
      next = compile_ways(std::move(ways));
      continue;
    }
    const Utf8Sequence bytes = utf8_sequence(cases.front());
    for (std::size_t k = bytes.size; k > 0; --k) next = add_bytes({bytes.bytes[k - 1].first, bytes.bytes[k - 1].last, next});
  }
  return next;
}

// Those that go on with text of the same kind are taken together, as far as
// nothing else stands between them.
ByteProgram::NodeId ByteProgram::compile_branches(const std::vector<Branch>& branches, NodeId next) {
  std::vector<NodeId> targets;
  for (std::size_t i = 0; i < branches.size();) {
    const Branch& branch = branches[i];
    if (branch.text.empty()) {
      targets.push_back(compile_parts(branch.parts, branch.count, next));
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < branches.size() && !branches[end].text.empty() && branches[end].any_case == branch.any_case) ++end;
    if (end == i + 1) {
      targets.push_back(compile_text(branch.text, branch.any_case, compile_parts(branch.parts, branch.count, next)));
    } else {
      const auto at = [&](std::size_t place) { return branches.begin() + static_cast<std::ptrdiff_t>(place); };
      targets.push_back(compile_letters({at(i), at(end)}, next));
    }
    i = end;
  }
  return add_split(targets);
}

// What starts with different letters cannot both match: its order is of no account.
ByteProgram::NodeId ByteProgram::compile_letters(const std::vector<Branch>& branches, NodeId next) {
  std::vector<std::pair<std::u32string_view, std::vector<Branch>>> by_letter;
  std::map<char32_t, std::size_t> places;
  for (Branch branch : branches) {
    const std::u32string_view cases = cases_of(branch.text.front(), branch.any_case);
    const auto [place, fresh] = places.emplace(cases.front(), by_letter.size());
    if (fresh) by_letter.push_back({cases, {}});
    branch.text.remove_prefix(1);
    by_letter[place->second].second.push_back(branch);
  }
  std::vector<Way> ways;
  for (const auto& [cases, rest] : by_letter) {
    const NodeId target = compile_branches(rest, next);
    for (const char32_t c : cases) ways.push_back({{c, c}, target});
  }
  return compile_ways(std::move(ways));
}

// The ranges must be disjoint.
ByteProgram::NodeId ByteProgram::compile_ways(std::vector<Way> ways) {
  std::sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.range < b.range; });
  // The nodes from the first byte to the one before the last; those behind are
  // closed, that is added, as soon as a sequence leaves them.
  std::vector<std::vector<Edge>> open(1);
  std::vector<std::uint8_t> path;
  const auto close = [&](std::size_t depth) {
    while (path.size() > depth) {
      const NodeId id = add_bytes(open.back());
      open.pop_back();
      open.back().push_back({path.back(), path.back(), id});
      path.pop_back();
    }
  };
  for (const Way& way : ways) {
    for (const Utf8Sequence& sequence : utf8_sequences(way.range)) {
      std::size_t common = 0;
      while (common < path.size() && common + 1 < sequence.size && sequence.bytes[common].first == sequence.bytes[common].last &&
             sequence.bytes[common].first == path[common]) {
        ++common;
      }
      close(common);
      std::size_t last_single = common;
      while (last_single + 1 < sequence.size && sequence.bytes[last_single].first == sequence.bytes[last_single].last) {
        path.push_back(sequence.bytes[last_single].first);
        open.emplace_back();
        ++last_single;
      }
      // A range of bytes before the last one: all behind it are of any value.
      NodeId target = way.target;
      for (std::size_t i = sequence.size - 1; i > last_single; --i)
        target = add_bytes({sequence.bytes[i].first, sequence.bytes[i].last, target});
      open.back().push_back({sequence.bytes[last_single].first, sequence.bytes[last_single].last, target});
    }
  }
  close(0);
  return add_bytes(open.back());
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
  std::bitset<257> borders;
  borders.set(0);
  for (const Edge& edge : edges_) {
    borders.set(edge.first);
    borders.set(std::size_t{edge.last} + 1);
  }
  class_bytes_.clear();
  for (std::size_t byte = 0; byte < 256; ++byte) {
    if (borders.test(byte)) class_bytes_.push_back(static_cast<std::uint8_t>(byte));
    classes_[byte] = static_cast<std::uint8_t>(class_bytes_.size() - 1);
  }
}

}  // namespace boctach
