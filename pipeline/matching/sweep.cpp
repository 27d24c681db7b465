#include "matching/sweep.h"

#include <algorithm>
#include <array>
#include <utility>

#include "matching/word_bytes.h"

namespace boctach {
namespace {

constexpr std::size_t most_states = std::size_t{32} << 20;        // bytes, of an automaton of many rules
constexpr std::size_t most_traced_states = std::size_t{4} << 20;  // of one
constexpr std::size_t stride = 32;                                // bytes that are followed before it is asked whether a state may stay

// True if a match may start with a letter or digit that follows another one.
bool may_start_inside_word(const ByteProgram& program) {
  const std::bitset<256> bytes = program.first_bytes(0);
  for (std::size_t byte = 0; byte < leads.size(); ++byte) {
    if (leads[byte] != Lead::Other && bytes.test(byte)) return true;
  }
  return false;
}

}  // namespace

bool is_anchored(const ByteProgram& program) { return program.first_bytes(0).none(); }

std::uint32_t Sweep::add(std::shared_ptr<const PatternProgram> pattern, bool at_words) {
  const auto number = static_cast<std::uint32_t>(patterns_.size());
  patterns_.push_back(std::move(pattern));
  all_.push_back(number);
  if (!at_words && may_start_inside_word(patterns_.back()->program)) everywhere_.push_back(number);
  return number;
}

void Sweep::finish() {
  std::vector<const ByteProgram*> programs;
  for (const auto& pattern : patterns_) programs.push_back(&pattern->program);
  program_ = ByteProgram(programs);
}

Sweep Sweep::only(std::uint32_t rule) const {
  Sweep sweep(scope_);
  sweep.add(patterns_[rule], !std::binary_search(everywhere_.begin(), everywhere_.end(), rule));
  sweep.finish();
  return sweep;
}

SweepRun::SweepRun(const Sweep& sweep)
    : sweep_(sweep), automaton_(sweep.program(), false, most_states), tracers_(sweep.rules()), begins_(sweep.rules() + 1, 0) {
  make_starts();
}

void SweepRun::make_starts() {
  for (const bool at_start : {false, true}) {
    starts_[at_start ? 1 : 0][0] = automaton_.start(sweep_.all(), at_start);
    starts_[at_start ? 1 : 0][1] = automaton_.start(sweep_.everywhere(), at_start);
  }
}

void SweepRun::keep_small() {
  if (!automaton_.is_large()) return;
  automaton_.forget();
  make_starts();
}

void SweepRun::scan(const View& view, bool inside_words) {
  view_ = &view;
  found_.clear();
  for (const Span region : view.regions(sweep_.scope())) {
    if (!region.empty()) scan_region(view.text(), region, inside_words);
  }
  sort_hits();
}

void SweepRun::scan_region(std::string_view text, Span region, bool inside_words) {
  follow(text, region.begin, region, starts_[1][0]);
  if (starts_[0][0].dead()) return;
  bool in_word = is_surely_word(text, region.begin);
  for (std::size_t at = region.begin + size_at(text, region.begin); at < region.end; at += size_at(text, at)) {
    const bool is_word = is_surely_word(text, at);
    follow(text, at, region, starts_[0][in_word && is_word && !inside_words ? 1 : 0]);
    in_word = is_word;
  }
}

void SweepRun::scan(const View& view, StartGate& gate, Sweeps mine) {
  static const std::vector<StartGate::Start> none;
  view_ = &view;
  found_.clear();
  const std::vector<Sweeps>& openings = gate.openings(view, sweep_.scope());
  const std::vector<StartGate::Start>& starts = starts_[0][0].dead() ? none : gate.starts(view);
  const auto is_before = [](std::size_t place, const StartGate::Start& start) { return place < start.place; };
  auto opening = openings.begin();
  for (const Span region : view.regions(sweep_.scope())) {
    if ((*opening++ & mine) != 0) follow(view.text(), region.begin, region, starts_[1][0]);
    for (auto start = std::upper_bound(starts.begin(), starts.end(), region.begin, is_before);
         start != starts.end() && start->place < region.end; ++start) {
      if ((start->sweeps & mine) != 0) follow(view.text(), start->place, region, starts_[0][0]);
    }
  }
  sort_hits();
}

bool SweepRun::may_start_with(std::string_view bytes, bool at_start) {
  keep_small();
  LazyAutomaton::Entry entry = starts_[at_start ? 1 : 0][0];
  for (const char byte : bytes) {
    entry = automaton_.step(entry, static_cast<unsigned char>(byte));
    if (entry.dead()) return false;
    if (entry.matches() || automaton_.end(entry).matches()) return true;
  }
  return true;
}

void SweepRun::follow(std::string_view text, std::size_t begin, Span region, LazyAutomaton::Entry entry) {
  ++followed_;
  ends_.clear();
  std::size_t next_stay = begin + stride;
  for (std::size_t at = begin; at < region.end;) {
    at = automaton_.walk(entry, text, at, std::min(next_stay, region.end));
    if (entry.dead()) break;
    if (entry.matches()) {
      note_ends(entry, at);
    } else if (at == next_stay) {
      at = automaton_.stay(entry, text, at, region.end);
    }
    if (at >= next_stay) next_stay = at + stride;
  }
  if (!entry.dead()) {
    entry = automaton_.end(entry);
    if (entry.matches()) note_ends(entry, region.end);
  }
  for (const End& end : ends_) found_.push_back({end.rule, {{begin, end.end}, region}});
  keep_small();
}

void SweepRun::note_ends(LazyAutomaton::Entry entry, std::size_t end) {
  for (const std::uint32_t rule : automaton_.matches(entry)) {
    std::size_t i = 0;
    while (i < ends_.size() && ends_[i].rule != rule) ++i;
    if (i == ends_.size()) {
      ends_.push_back({rule, end});
    } else {
      ends_[i].end = end;
    }
  }
}

// They come in the order of their starts.
void SweepRun::sort_hits() {
  std::fill(begins_.begin(), begins_.end(), 0);
  for (const Found& found : found_) ++begins_[found.rule + 1];
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  hits_.resize(found_.size());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  for (const Found& found : found_) hits_[next[found.rule]++] = found.hit;
}

const std::vector<std::size_t>& SweepRun::groups(std::uint32_t rule, std::string_view text, Span match) {
  const PatternProgram& pattern = sweep_.pattern(rule);
  slots_.assign(2 * pattern.groups.size(), LazyAutomaton::npos);
  if (slots_.empty()) return slots_;
  std::unique_ptr<LazyAutomaton>& tracer = tracers_[rule];
  if (!tracer) tracer = std::make_unique<LazyAutomaton>(pattern.program, true, most_traced_states);
  tracer->trace(text, match, slots_);
  return slots_;
}

}  // namespace boctach
