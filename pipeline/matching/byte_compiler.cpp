#include "matching/byte_compiler.h"

#include <algorithm>
#include <optional>
#include <utility>

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

// Is looking for it in what is known less work than making it anew?
bool is_large(const Syntax& syntax) {
  static constexpr std::size_t many = 8;
  return syntax.kind == Syntax::Kind::Class ? syntax.characters.ranges().size() >= many
                                            : syntax.kind == Syntax::Kind::Alternatives && syntax.parts.size() >= many;
}

constexpr std::uint32_t most_slots = (1U << 24) - 1;  // no expression is long enough for as many

bool is_one_byte(const Utf8Sequence::Bytes& bytes) { return bytes.first == bytes.last; }

}  // namespace

ByteProgram ByteCompiler::compile(const Syntax& syntax) {
  program_.nodes_.clear();
  program_.edges_.clear();
  program_.targets_.clear();
  program_.starts_.assign(1, add(syntax, add_node({})));
  program_.find_classes();
  return program_;  // a copy has no room to spare
}

ByteCompiler::NodeId ByteCompiler::add_node(Node node) {
  program_.nodes_.push_back(node);
  return static_cast<NodeId>(program_.nodes_.size() - 1);
}

ByteCompiler::NodeId ByteCompiler::add_split(const std::vector<NodeId>& targets) {
  std::vector<NodeId>& all = program_.targets_;
  Node node;
  node.kind = Kind::Split;
  node.begin = static_cast<std::uint32_t>(all.size());
  for (auto target = targets.begin(); target != targets.end(); ++target) {
    if (std::find(targets.begin(), target, *target) == target) all.push_back(*target);
  }
  node.end = static_cast<std::uint32_t>(all.size());
  if (node.end - node.begin == 1) {
    all.pop_back();
    return targets.front();
  }
  return add_node(node);
}

ByteCompiler::NodeId ByteCompiler::add_bytes(const Edge& edge) {
  Node node;
  node.kind = Kind::Bytes;
  node.begin = static_cast<std::uint32_t>(program_.edges_.size());
  node.end = node.begin + 1;
  program_.edges_.push_back(edge);
  return add_node(node);
}

ByteCompiler::NodeId ByteCompiler::add_bytes(const std::vector<Edge>& edges) {
  Node node;
  node.kind = Kind::Bytes;
  node.begin = static_cast<std::uint32_t>(program_.edges_.size());
  program_.edges_.insert(program_.edges_.end(), edges.begin(), edges.end());
  node.end = static_cast<std::uint32_t>(program_.edges_.size());
  return add_node(node);
}

ByteCompiler::NodeId ByteCompiler::add(const Syntax& syntax, NodeId next) {
  if (!is_large(syntax)) return add_afresh(syntax, next);
  for (const Known& known : known_) {
    if (known.syntax.parts.size() == syntax.parts.size() && known.syntax == syntax) return program_.paste(known.block, next);
  }
  const Extent before = program_.extent();
  const NodeId start = add_afresh(syntax, next);
  known_.push_back({syntax, program_.cut(before, start, next)});
  return start;
}

ByteCompiler::NodeId ByteCompiler::add_afresh(const Syntax& syntax, NodeId next) {
  switch (syntax.kind) {
    case Syntax::Kind::Nothing:
      return next;
    case Syntax::Kind::Text:
      return add_text(syntax.text, syntax.any_case, next);
    case Syntax::Kind::Class: {
      std::vector<Way> ways;
      ways.reserve(syntax.characters.ranges().size());
      for (const CharacterRange& range : syntax.characters.ranges()) ways.push_back({range, next});
      return add_ways(ways);
    }
    case Syntax::Kind::Sequence:
      return add_parts(syntax.parts.data(), syntax.parts.size(), next);
    case Syntax::Kind::Repetition:
      return add_repetition(syntax, next);
    case Syntax::Kind::Alternatives:
      return add_alternatives(syntax, next);
    default:
      break;
  }
  Node node;
  std::vector<NodeId>& targets = program_.targets_;
  if (syntax.kind == Syntax::Kind::Group) {
    node.kind = Kind::Mark;
    node.slot = static_cast<std::uint32_t>(2 * syntax.group + 1) & most_slots;
    targets.push_back(next);
    node.begin = static_cast<std::uint32_t>(targets.size() - 1);
    node.end = node.begin + 1;
    next = add(syntax.parts.front(), add_node(node));
    --node.slot;
  } else {
    node.kind = syntax.kind == Syntax::Kind::TextStart ? Kind::TextStart : Kind::TextEnd;
  }
  targets.push_back(next);
  node.begin = static_cast<std::uint32_t>(targets.size() - 1);
  node.end = node.begin + 1;
  return add_node(node);
}

ByteCompiler::NodeId ByteCompiler::add_parts(const Syntax* parts, std::size_t count, NodeId next) {
  for (std::size_t i = count; i > 0; --i) next = add(parts[i - 1], next);
  return next;
}

ByteCompiler::NodeId ByteCompiler::add_alternatives(const Syntax& syntax, NodeId next) {
  std::vector<Branch> branches;
  branches.reserve(syntax.parts.size());
  for (const Syntax& part : syntax.parts) {
    const Syntax* parts = part.kind == Syntax::Kind::Sequence ? part.parts.data() : &part;
    const std::size_t count = part.kind == Syntax::Kind::Sequence ? part.parts.size() : 1;
    const bool has_text = parts[0].kind == Syntax::Kind::Text;
    branches.push_back(has_text ? Branch{parts[0].text, parts[0].any_case, parts + 1, count - 1} : Branch{{}, false, parts, count});
  }
  return add_branches({branches.data(), branches.data() + branches.size()}, next);
}

// x{2,4} is xx(x(x)?)?, x{2,} is x(x)+; a + is x with a way back behind it.
ByteCompiler::NodeId ByteCompiler::add_repetition(const Syntax& syntax, NodeId next) {
  std::vector<NodeId>& targets = program_.targets_;
  const auto choose = [&](NodeId more, NodeId enough) { return syntax.greedy ? std::vector{more, enough} : std::vector{enough, more}; };
  std::optional<Block> once;
  const auto add_once = [&](NodeId behind) {
    if (once) return program_.paste(*once, behind);
    const Extent before = program_.extent();
    const NodeId start = add(syntax.parts.front(), behind);
    if (std::max(syntax.least, syntax.most) > 1) once = program_.cut(before, start, behind);
    return start;
  };
  std::size_t copies = syntax.least;
  if (syntax.most == Syntax::no_end) {
    Node split;
    split.kind = Kind::Split;
    split.begin = static_cast<std::uint32_t>(targets.size());
    split.end = split.begin + 2;
    targets.resize(split.end);
    const NodeId loop = add_node(split);
    const NodeId body = add_once(loop);
    const std::vector<NodeId> ways = choose(body, next);
    std::copy(ways.begin(), ways.end(), targets.begin() + split.begin);
    next = syntax.least == 0 ? loop : body;
    copies = syntax.least == 0 ? 0 : syntax.least - 1;
  } else {
    const NodeId enough = next;
    for (std::size_t i = syntax.least; i < syntax.most; ++i) next = add_split(choose(add_once(next), enough));
  }
  for (std::size_t i = 0; i < copies; ++i) next = add_once(next);
  return next;
}

ByteCompiler::NodeId ByteCompiler::add_text(std::u32string_view text, bool any_case, NodeId next) {
  std::vector<Way> ways;
  for (std::size_t i = text.size(); i > 0; --i) {
    const std::u32string_view cases = cases_of(text[i - 1], any_case);
    if (cases.size() > 1) {
      ways.clear();
      for (const char32_t c : cases) ways.push_back({{c, c}, next});
      next = add_ways(ways);
      continue;
    }
    const Utf8Sequence bytes = utf8_sequence(cases.front());
    for (std::size_t k = bytes.size; k > 0; --k) next = add_bytes({bytes.bytes[k - 1].first, bytes.bytes[k - 1].last, next});
  }
  return next;
}

// Those that go on with text of the same kind are taken together, as far as
// nothing else stands between them.
ByteCompiler::NodeId ByteCompiler::add_branches(Branches branches, NodeId next) {
  const auto add_one = [&](const Branch& branch) {
    return add_text(branch.text, branch.any_case, add_parts(branch.parts, branch.count, next));
  };
  if (branches.size() == 1) return add_one(*branches.first);
  std::vector<NodeId> targets;
  for (const Branch* branch = branches.first; branch != branches.last;) {
    const Branch* end = branch + 1;
    while (!branch->text.empty() && end != branches.last && !end->text.empty() && end->any_case == branch->any_case) ++end;
    targets.push_back(end == branch + 1 ? add_one(*branch) : add_letters({branch, end}, next));
    branch = end;
  }
  return add_split(targets);
}

// What starts with different letters cannot both match: its order is of no account.
ByteCompiler::NodeId ByteCompiler::add_letters(Branches branches, NodeId next) {
  struct Letter {
    std::u32string_view cases;
    std::size_t count;  // of branches that start with it; then where theirs end
  };
  std::vector<Letter> letters;
  std::vector<std::size_t> letter_of;
  letter_of.reserve(branches.size());
  for (const Branch& branch : branches) {
    const std::u32string_view cases = cases_of(branch.text.front(), branch.any_case);
    const auto same = [&](const Letter& letter) { return letter.cases.front() == cases.front(); };
    const auto place = std::find_if(letters.begin(), letters.end(), same);
    letter_of.push_back(static_cast<std::size_t>(place - letters.begin()));
    if (place == letters.end()) letters.push_back({cases, 0});
    ++letters[letter_of.back()].count;
  }
  std::size_t begin = 0;
  for (Letter& letter : letters) begin += std::exchange(letter.count, begin);
  std::vector<Branch> rest(branches.size());
  for (std::size_t i = 0; i < rest.size(); ++i) {
    Branch& branch = rest[letters[letter_of[i]].count++] = branches.first[i];
    branch.text.remove_prefix(1);
  }
  std::vector<Way> ways;
  begin = 0;
  for (const Letter& letter : letters) {
    const NodeId target = add_branches({rest.data() + begin, rest.data() + letter.count}, next);
    for (const char32_t c : letter.cases) ways.push_back({{c, c}, target});
    begin = letter.count;
  }
  return add_ways(ways);
}

// The ranges must be disjoint.
ByteCompiler::NodeId ByteCompiler::add_ways(std::vector<Way>& ways) {
  std::sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.range < b.range; });
  open_[0].clear();
  for (const Way& way : ways) {
    if (way.range.first == way.range.last) {
      add_sequence(utf8_sequence(way.range.first), way.target);
      continue;
    }
    sequences_.clear();
    append_utf8_sequences(way.range, sequences_);
    for (const Utf8Sequence& sequence : sequences_) add_sequence(sequence, way.target);
  }
  close(0);
  return add_bytes(open_[0]);
}

void ByteCompiler::add_sequence(const Utf8Sequence& sequence, NodeId target) {
  std::size_t common = 0;
  while (common < depth_ && common + 1 < sequence.size && is_one_byte(sequence.bytes[common]) &&
         sequence.bytes[common].first == path_[common]) {
    ++common;
  }
  close(common);
  while (depth_ + 1 < sequence.size && is_one_byte(sequence.bytes[depth_])) {
    path_[depth_] = sequence.bytes[depth_].first;
    open_[++depth_].clear();
  }
  // A range of bytes before the last one: all behind it are of any value.
  for (std::size_t i = sequence.size - 1; i > depth_; --i) target = add_bytes({sequence.bytes[i].first, sequence.bytes[i].last, target});
  open_[depth_].push_back({sequence.bytes[depth_].first, sequence.bytes[depth_].last, target});
}

void ByteCompiler::close(std::size_t depth) {
  for (; depth_ > depth; --depth_) {
    const NodeId id = add_bytes(open_[depth_]);
    open_[depth_ - 1].push_back({path_[depth_ - 1], path_[depth_ - 1], id});
  }
}

}  // namespace boctach
