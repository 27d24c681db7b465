#include "matching/lazy_automaton.h"

#include <algorithm>
#include <utility>

namespace boctach {
namespace {

std::uint64_t hash_of(const std::vector<std::uint32_t>& threads) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const std::uint32_t thread : threads) hash = (hash ^ thread) * 0x9E3779B97F4A7C15 ^ (hash >> 29);
  return hash;
}

}  // namespace

LazyAutomaton::LazyAutomaton(const ByteProgram& program, bool traced, std::size_t most_bytes)
    : program_(program), traced_(traced), most_bytes_(most_bytes), letters_(program.class_count()), seen_(program.size(), 0) {
  forget();
}

void LazyAutomaton::forget() {
  states_.assign(1, {});
  narrow_.assign(2, {});  // none, and the dead one
  narrow_origins_.assign(traced_ ? 2 : 0, {});
  rows_.clear();
  row_states_.clear();
  row_exits_.clear();
  row_origins_.clear();
  origins_.clear();
  marks_.assign(1, {});
  by_hash_.clear();
  bytes_ = 0;
  traced_starts_ = {};
}

void LazyAutomaton::begin_draft() {
  draft_threads_.clear();
  draft_matches_.clear();
  draft_origins_.clear();
  if (++draft_ != 0) return;
  std::fill(seen_.begin(), seen_.end(), 0);
  draft_ = 1;
}

LazyAutomaton::Entry LazyAutomaton::start(const std::vector<std::uint32_t>& rules, bool at_start) {
  begin_draft();
  for (const std::uint32_t rule : rules) follow(program_.start_of(rule), 0, {at_start, false});
  return settle();
}

// Depth first, the way that is tried first on top.
bool LazyAutomaton::follow(NodeId first, std::uint32_t thread, Edges edges) {
  pending_.assign(1, {first, 0});
  while (!pending_.empty()) {
    const auto [id, marks] = pending_.back();
    pending_.pop_back();
    if (seen_[id] == draft_) continue;
    seen_[id] = draft_;
    const ByteProgram::Node& node = program_.node(id);
    const bool passes = node.kind == ByteProgram::Kind::Split || node.kind == ByteProgram::Kind::Mark ||
                        (node.kind == ByteProgram::Kind::TextStart && edges.at_start) ||
                        (node.kind == ByteProgram::Kind::TextEnd && edges.at_end);
    if (passes) {
      std::uint32_t passed = marks;
      if (traced_ && node.kind == ByteProgram::Kind::Mark) {
        passed = static_cast<std::uint32_t>(marks_.size());
        marks_.push_back({node.slot, marks});
      }
      for (const NodeId* target = program_.targets_end(node); target != program_.targets_begin(node);)
        pending_.emplace_back(*--target, passed);
      continue;
    }
    const bool matches = node.kind == ByteProgram::Kind::Match;
    if (node.kind == ByteProgram::Kind::TextStart || (edges.at_end && !matches)) continue;
    draft_threads_.push_back(id);
    if (traced_) draft_origins_.push_back({thread, marks});
    if (!matches) continue;
    draft_matches_.push_back(node.rule);
    return false;
  }
  return true;
}

void LazyAutomaton::draft_step(StateId from, bool at_end, std::uint8_t byte) {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  begin_draft();
  std::uint32_t settled = none;  // the expression whose match was met
  const std::vector<NodeId>& threads = states_[from].threads;
  for (std::uint32_t i = 0; i < threads.size(); ++i) {
    const ByteProgram::Node& node = program_.node(threads[i]);
    if (node.rule == settled) continue;
    bool going_on = true;
    if (at_end && node.kind != ByteProgram::Kind::Bytes) {
      going_on = follow(threads[i], i, {false, true});
    } else if (!at_end && node.kind == ByteProgram::Kind::Bytes) {
      const auto* edge =
          std::find_if(program_.edges_begin(node), program_.edges_end(node), [byte](const auto& e) { return byte <= e.last; });
      if (edge != program_.edges_end(node) && byte >= edge->first) going_on = follow(edge->target, i, {false, false});
    }
    if (!going_on) settled = node.rule;
  }
}

std::pair<LazyAutomaton::Entry*, std::uint32_t*> LazyAutomaton::kept_step(Entry from, std::uint8_t letter) {
  if (from.wide()) {
    const std::size_t place = from.place() * letters_ + letter;
    return {&rows_[place], traced_ ? &row_origins_[place] : nullptr};
  }
  Narrow& narrow = narrow_[from.place()];
  const auto i = static_cast<std::size_t>(std::find(narrow.letters.begin(), narrow.letters.end(), letter) - narrow.letters.begin());
  return {&narrow.targets[i], traced_ ? &narrow_origins_[from.place()][i] : nullptr};
}

LazyAutomaton::Entry LazyAutomaton::make_step(Entry from, std::uint8_t letter) {
  draft_step(state_of(from), false, program_.byte_of_class(letter));
  const Entry entry = settle();
  const auto [kept, origins] = kept_step(from, letter);
  *kept = entry;
  if (traced_) *origins = keep_origins();
  return entry;
}

std::size_t LazyAutomaton::stay(Entry from, std::string_view text, std::size_t at, std::size_t end) {
  if (!from.wide()) return at;
  std::uint16_t exit = row_exits_[from.place()];
  if (exit == unknown) exit = row_exits_[from.place()] = find_exit(from);
  if (exit == many) return at;
  return std::min(text.substr(0, end).find(static_cast<char>(exit), at), end);
}

std::uint16_t LazyAutomaton::find_exit(Entry from) {
  std::uint16_t exit = many;
  for (std::uint8_t byte = 0; byte < 0x80; ++byte) {
    if (step(from, byte) == from) continue;
    if (exit != many) return many;
    exit = byte;
  }
  static const std::vector<Utf8Sequence> others = utf8_sequences({0x80, 0x10FFFF});
  for (const Utf8Sequence& bytes : others) {
    if (!comes_back(from, from, bytes, 0)) return many;
  }
  return exit;
}

// True if every character whose bytes are in these ranges leads back to `home`.
bool LazyAutomaton::comes_back(Entry from, Entry home, const Utf8Sequence& bytes, std::size_t at) {
  if (at == bytes.size) return from == home;
  if (at > 0 && from.matches()) return false;
  Entry last;
  for (unsigned byte = bytes.bytes[at].first; byte <= bytes.bytes[at].last; ++byte) {
    const Entry next = step(from, static_cast<unsigned char>(byte));
    if (next.dead() || (next != last && !comes_back(next, home, bytes, at + 1))) return false;
    last = next;
  }
  return true;
}

LazyAutomaton::Entry LazyAutomaton::end(Entry from) {
  const StateId state = state_of(from);
  if (!states_[state].end.known()) {
    draft_step(state, true, 0);
    states_[state].end = settle();
    if (traced_) states_[state].end_origins = keep_origins();
  }
  return states_[state].end;
}

LazyAutomaton::Entry LazyAutomaton::settle() {
  if (draft_threads_.empty()) return {1, false, false};
  const std::uint64_t hash = hash_of(draft_threads_);
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto known = first; known != last; ++known) {
    if (states_[known->second].threads == draft_threads_) return states_[known->second].entry;
  }
  const auto id = static_cast<StateId>(states_.size());
  states_.push_back({draft_threads_, draft_matches_, {}, {}, 0});
  states_.back().entry = add_entry(id);
  by_hash_.emplace(hash, id);
  static constexpr std::size_t overhead = 160;
  bytes_ += draft_threads_.size() * sizeof(NodeId) + overhead;
  return states_.back().entry;
}

// The bytes that lead on are known from the nodes; most states have one or two.
LazyAutomaton::Entry LazyAutomaton::add_entry(StateId id) {
  const State& state = states_[id];
  Narrow narrow;
  narrow.state = id;
  std::size_t count = 0;
  for (const NodeId thread : state.threads) {
    const ByteProgram::Node& node = program_.node(thread);
    if (node.kind != ByteProgram::Kind::Bytes) continue;
    for (const auto* edge = program_.edges_begin(node); edge != program_.edges_end(node) && count <= few; ++edge) {
      for (std::size_t letter = program_.classes()[edge->first]; letter <= program_.classes()[edge->last] && count <= few; ++letter) {
        const auto* const end = narrow.letters.data() + count;
        if (std::find(std::as_const(narrow).letters.data(), end, letter) != end) continue;
        if (count < few) narrow.letters[count] = static_cast<std::uint8_t>(letter);
        ++count;
      }
    }
  }
  if (count <= few && letters_ < no_letter) {
    narrow_.push_back(narrow);
    if (traced_) narrow_origins_.emplace_back();
    bytes_ += sizeof(Narrow);
    return {static_cast<std::uint32_t>(narrow_.size() - 1), false, !state.matches.empty()};
  }
  row_states_.push_back(id);
  row_exits_.push_back(unknown);
  rows_.resize(rows_.size() + letters_);
  if (traced_) row_origins_.resize(rows_.size());
  bytes_ += letters_ * (sizeof(Entry) + (traced_ ? sizeof(std::uint32_t) : 0));
  return {static_cast<std::uint32_t>(row_states_.size() - 1), true, !state.matches.empty()};
}

std::uint32_t LazyAutomaton::keep_origins() {
  const auto place = static_cast<std::uint32_t>(origins_.size());
  origins_.insert(origins_.end(), draft_origins_.begin(), draft_origins_.end());
  bytes_ += draft_origins_.size() * sizeof(Origin);
  return place;
}

LazyAutomaton::Traced LazyAutomaton::traced_start(bool at_start) {
  Traced& known = traced_starts_[at_start ? 1 : 0];
  if (!known.entry.known()) {
    known.entry = start({0}, at_start);
    known.origins = keep_origins();
  }
  return known;
}

void LazyAutomaton::trace(std::string_view text, Span match, std::vector<std::size_t>& slots) {
  if (is_large()) forget();
  path_.assign(1, traced_start(match.begin == 0));
  for (std::size_t at = match.begin; at < match.end; ++at) {
    const Entry from = path_.back().entry;
    const auto byte = static_cast<unsigned char>(text[at]);
    const Entry to = step(from, byte);
    path_.push_back({to, *kept_step(from, program_.classes()[byte]).second});
  }
  if (match.end == text.size()) {
    const Entry to = end(path_.back().entry);
    path_.push_back({to, states_[state_of(path_.back().entry)].end_origins});
  }
  const std::vector<NodeId>& threads = states_[state_of(path_.back().entry)].threads;
  const auto is_match = [this](NodeId id) { return program_.node(id).kind == ByteProgram::Kind::Match; };
  auto thread = static_cast<std::size_t>(std::find_if(threads.begin(), threads.end(), is_match) - threads.begin());
  for (std::size_t i = path_.size(); i-- > 0;) {
    const Origin& origin = origins_[path_[i].origins + thread];
    for (std::uint32_t mark = origin.marks; mark != 0; mark = marks_[mark].before) {
      std::size_t& slot = slots[marks_[mark].slot];
      if (slot == npos) slot = std::min(match.begin + i, match.end);
    }
    thread = origin.thread;
  }
}

}  // namespace boctach
