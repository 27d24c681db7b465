#include "matching/lazy_automaton.h"

#include <algorithm>
#include <bitset>
#include <stdexcept>
#include <utility>

#include "matching/utf8_sequences.h"

namespace boctach {
namespace {

// A state with fewer ways on is not one that a walk stays in for long.
constexpr std::size_t many_ways = 4;
constexpr std::size_t first_names = 64;  // a power of 2

std::uint32_t hash_of(const std::vector<std::uint32_t>& threads) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const std::uint32_t thread : threads) hash = (hash ^ thread) * 0x9E3779B97F4A7C15 ^ (hash >> 29);
  return static_cast<std::uint32_t>(hash >> 32);
}

// True if every character whose bytes are in these ranges leads back to `home`.
bool comes_back(LazyAutomaton& automaton, LazyAutomaton::Entry from, LazyAutomaton::Entry home, const Utf8Sequence& bytes, std::size_t at) {
  if (at == bytes.size) return from == home;
  if (at > 0 && from.matches()) return false;
  LazyAutomaton::Entry last;
  for (unsigned byte = bytes.bytes[at].first; byte <= bytes.bytes[at].last; ++byte) {
    const LazyAutomaton::Entry next = automaton.step(from, static_cast<unsigned char>(byte));
    if (next.dead() || (next != last && !comes_back(automaton, next, home, bytes, at + 1))) return false;
    last = next;
  }
  return true;
}

// The one byte that leads out of a state, which all other characters lead back to; nothing if there is more than it, or none.
std::optional<char> find_exit(LazyAutomaton& automaton, LazyAutomaton::Entry from) {
  std::optional<char> exit;
  for (std::uint8_t byte = 0; byte < 0x80; ++byte) {
    if (automaton.step(from, byte) == from) continue;
    if (exit) return std::nullopt;
    exit = static_cast<char>(byte);
  }
  static const std::vector<Utf8Sequence> others = utf8_sequences({0x80, 0x10FFFF});
  const auto back = [&](const Utf8Sequence& bytes) { return comes_back(automaton, from, from, bytes, 0); };
  return std::all_of(others.begin(), others.end(), back) ? exit : std::nullopt;
}

}  // namespace

LazyAutomaton::LazyAutomaton(const ByteProgram& program, bool traced, std::size_t most_bytes)
    : program_(program), traced_(traced), most_bytes_(most_bytes), table_(traced), seen_(program.size(), 0) {
  forget();
}

void LazyAutomaton::forget() {
  table_.forget();
  states_.assign(Entry::nowhere().state() + 2, {});
  threads_.clear();
  matches_.clear();
  by_threads_.assign(first_names, {});
  origins_.assign(1, {});
  marks_.assign(1, {});
  traced_starts_ = {};
  is_large_ = false;
}

std::size_t LazyAutomaton::bytes() const {
  const std::size_t numbers = threads_.size() + matches_.size() + 2 * (by_threads_.size() + origins_.size() + marks_.size());
  return numbers * sizeof(std::uint32_t) + states_.size() * sizeof(State) + table_.bytes();
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
  const std::span<const NodeId> threads = this->threads(from);
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

LazyAutomaton::Entry LazyAutomaton::make_step(Entry from, std::uint8_t letter) {
  draft_step(from.state(), false, program_.byte_of_class(letter));
  const Entry to = settle();
  table_.keep(from, letter, to, traced_ ? keep_origins() : 0);
  return to;
}

std::size_t LazyAutomaton::stay(Entry from, std::string_view text, std::size_t at, std::size_t end) {
  const StateId state = from.state();
  if (!states_[state].has_many_ways) return at;
  if (!states_[state].exit) {
    const std::optional<char> exit = find_exit(*this, from);  // which may move the states
    states_[state].exit = exit;
  }
  const std::optional<char> exit = *states_[state].exit;
  return exit ? std::min(text.substr(0, end).find(*exit, at), end) : at;
}

LazyAutomaton::Entry LazyAutomaton::end(Entry from) {
  const StateId state = from.state();
  if (!states_[state].awaits_end) return Entry::nowhere();
  if (!states_[state].end.known()) {
    draft_step(state, true, 0);
    states_[state].end = settle();
    if (traced_) states_[state].end_origins = keep_origins();
  }
  return states_[state].end;
}

LazyAutomaton::Entry LazyAutomaton::settle() {
  if (draft_threads_.empty()) return Entry::nowhere();
  const std::uint32_t hash = hash_of(draft_threads_);
  Named& name = find_draft(hash);
  if (name.state != 0) return states_[name.state].entry;
  if (states_.size() > TransitionTable::most_states) throw std::length_error("an automaton has too many states");
  const std::vector<std::uint8_t> ways = ways_on(draft_threads_);
  State& state = states_.back();
  state.entry = table_.add(!draft_matches_.empty(), ways);
  state.has_many_ways = ways.size() >= many_ways;
  state.awaits_end = std::any_of(draft_threads_.begin(), draft_threads_.end(),
                                 [this](NodeId node) { return program_.node(node).kind == ByteProgram::Kind::TextEnd; });
  const Entry entry = state.entry;
  name = {hash, entry.state()};
  threads_.insert(threads_.end(), draft_threads_.begin(), draft_threads_.end());
  matches_.insert(matches_.end(), draft_matches_.begin(), draft_matches_.end());
  State& next = states_.emplace_back();
  next.threads = static_cast<std::uint32_t>(threads_.size());
  next.matches = static_cast<std::uint32_t>(matches_.size());
  if (2 * states_.size() > by_threads_.size()) make_names();
  is_large_ = bytes() > most_bytes_;
  return entry;
}

LazyAutomaton::Named& LazyAutomaton::find_draft(std::uint32_t hash) {
  std::size_t place = hash;
  while (true) {
    Named& name = by_threads_[place++ & (by_threads_.size() - 1)];
    if (name.state == 0) return name;
    if (name.hash == hash && std::ranges::equal(threads(name.state), draft_threads_)) return name;
  }
}

void LazyAutomaton::make_names() {
  std::vector<Named> names(2 * by_threads_.size());
  for (const Named& name : by_threads_) {
    if (name.state == 0) continue;
    std::size_t place = name.hash;
    while (names[place & (names.size() - 1)].state != 0) ++place;
    names[place & (names.size() - 1)] = name;
  }
  by_threads_ = std::move(names);
}

std::vector<std::uint8_t> LazyAutomaton::ways_on(std::span<const NodeId> threads) const {
  std::vector<std::uint8_t> ways;
  std::bitset<256> known;
  for (const NodeId thread : threads) {
    const ByteProgram::Node& node = program_.node(thread);
    if (node.kind != ByteProgram::Kind::Bytes) continue;
    for (const auto* edge = program_.edges_begin(node); edge != program_.edges_end(node); ++edge) {
      for (std::size_t letter = program_.classes()[edge->first]; letter <= program_.classes()[edge->last]; ++letter) {
        if (known.test(letter)) continue;
        known.set(letter);
        ways.push_back(static_cast<std::uint8_t>(letter));
      }
    }
  }
  return ways;
}

std::uint32_t LazyAutomaton::keep_origins() {
  std::size_t staying = 0;
  while (staying < draft_origins_.size() && draft_origins_[staying].thread == staying && draft_origins_[staying].marks == 0) ++staying;
  if (staying == draft_origins_.size()) return 0;
  const auto place = static_cast<std::uint32_t>(origins_.size());
  origins_.insert(origins_.end(), draft_origins_.begin(), draft_origins_.end());
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
  path_.clear();
  const Traced start = traced_start(match.begin == 0);
  path_.push_back(start.origins);
  Entry entry = start.entry;
  for (const char c : match.of(text)) {
    const std::uint8_t letter = program_.classes()[static_cast<unsigned char>(c)];
    TransitionTable::Noted next = table_.next_noted(entry, letter);
    if (!next.entry.known()) {
      make_step(entry, letter);
      next = table_.next_noted(entry, letter);
    }
    path_.push_back(next.note);
    entry = next.entry;
  }
  if (match.end == text.size() && states_[entry.state()].awaits_end) {
    const StateId last = entry.state();
    entry = end(entry);
    path_.push_back(states_[last].end_origins);
  }
  const std::span<const NodeId> threads = this->threads(entry.state());
  const auto is_match = [this](NodeId id) { return program_.node(id).kind == ByteProgram::Kind::Match; };
  auto thread = static_cast<std::size_t>(std::find_if(threads.begin(), threads.end(), is_match) - threads.begin());
  for (std::size_t i = path_.size(); i-- > 0;) {
    if (path_[i] == 0) continue;
    const Origin& origin = origins_[path_[i] + thread];
    for (std::uint32_t mark = origin.marks; mark != 0; mark = marks_[mark].before) {
      std::size_t& slot = slots[marks_[mark].slot];
      if (slot == npos) slot = std::min(match.begin + i, match.end);
    }
    thread = origin.thread;
  }
}

}  // namespace boctach
