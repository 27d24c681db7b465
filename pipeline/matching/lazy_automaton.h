#ifndef BOCTACH_MATCHING_LAZY_AUTOMATON_H_
#define BOCTACH_MATCHING_LAZY_AUTOMATON_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "boctach/span.h"
#include "matching/byte_program.h"
#include "matching/transition_table.h"

namespace boctach {

// A ByteProgram made deterministic as far as texts ask for it. A state is the
// nodes that are alive, those of each expression in the order in which RE2
// would try them; where one of them is a match, what comes behind it in this
// order is given up. So the last match that a walk meets is the leftmost-first
// one. With `traced`, every state also knows which node of the one before each
// of its own came from, and what marks were passed between them.
//
// Not for several threads.
class LazyAutomaton {
 public:
  using Entry = TransitionTable::Entry;

  // `program` must outlive the automaton. More than about `most_bytes` are not
  // good for the memory, and not for the caches of a processor.
  LazyAutomaton(const ByteProgram& program, bool traced, std::size_t most_bytes);

  // The state before the first byte of a match of one of `rules`, in ascending
  // order. `at_start`: at the start of the text.
  Entry start(const std::vector<std::uint32_t>& rules, bool at_start);
  Entry step(Entry from, unsigned char byte) {
    const std::uint8_t letter = program_.classes()[byte];
    const Entry next = table_.next(from, letter);
    return next.known() ? next : make_step(from, letter);
  }
  // Takes the bytes of [at, end) until one leads to a match or to nowhere; the place behind the last one taken.
  std::size_t walk(Entry& entry, std::string_view text, std::size_t at, std::size_t end) {
    while (at < end) {
      entry = step(entry, static_cast<unsigned char>(text[at++]));
      if (entry.dead() || entry.matches()) break;
    }
    return at;
  }
  // The first place in [at, end) of the text, from `at` on, where the text may do anything but come back to this state, or `end`.
  // For states that have been held for long: the ways out are looked for once.
  std::size_t stay(Entry from, std::string_view text, std::size_t at, std::size_t end);
  // At the end of the text: what matches there and did not before.
  Entry end(Entry from);
  // The expressions that match where the state is entered.
  [[nodiscard]] std::span<const std::uint32_t> matches(Entry entry) const {
    const State* state = &states_[entry.state()];
    return {matches_.data() + state[0].matches, matches_.data() + state[1].matches};
  }

  // If the states hold too much, forget() should be called between two walks. Entries are then void.
  [[nodiscard]] bool is_large() const { return is_large_; }
  void forget();

  // Of a traced automaton that holds one expression: where the marks of its
  // match lie, which starts at `match.begin` of `text` and ends at `match.end`;
  // by slot, npos where one was not passed.
  void trace(std::string_view text, Span match, std::vector<std::size_t>& slots);
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  using NodeId = ByteProgram::NodeId;
  using StateId = TransitionTable::StateId;
  struct Origin {
    std::uint32_t thread;  // of the state before
    std::uint32_t marks;   // of marks_, the last one first; 0: none
  };
  struct Mark {
    std::uint32_t slot;
    std::uint32_t before;
  };
  // What it holds begins here, and ends where that of the next one begins.
  struct State {
    std::uint32_t threads = 0;  // of threads_
    std::uint32_t matches = 0;  // of matches_
    Entry entry;                // to it
    Entry end;                  // see end()
    std::uint32_t end_origins = 0;
    bool has_many_ways = false;
    bool awaits_end = false;                  // some thread goes on at the end of the text alone
    std::optional<std::optional<char>> exit;  // the one byte that leads out of it, if there is one; once it was asked for
  };
  struct Named {
    std::uint32_t hash = 0;  // of its threads
    StateId state = 0;       // 0: nothing is here
  };
  struct Traced {
    Entry entry;
    std::uint32_t origins = 0;  // of origins_: those of its threads
  };
  struct Edges {
    bool at_start;
    bool at_end;
  };

  Entry make_step(Entry from, std::uint8_t letter);
  // Adds what the threads of a state lead to.
  void draft_step(StateId from, bool at_end, std::uint8_t byte);
  // The classes of bytes that lead on from a state.
  [[nodiscard]] std::vector<std::uint8_t> ways_on(std::span<const NodeId> threads) const;
  [[nodiscard]] std::span<const NodeId> threads(StateId id) const {
    return {threads_.data() + states_[id].threads, threads_.data() + states_[id + 1].threads};
  }
  void begin_draft();
  // Adds what a node leads to without a byte to the draft; false if a match was met.
  bool follow(NodeId first, std::uint32_t thread, Edges edges);
  // Makes a state of the draft.
  Entry settle();
  [[nodiscard]] std::size_t bytes() const;
  // The place in by_threads_ of the state of the draft, or the one where it belongs.
  [[nodiscard]] Named& find_draft(std::uint32_t hash);
  void make_names();
  std::uint32_t keep_origins();
  Traced traced_start(bool at_start);

  const ByteProgram& program_;
  bool traced_;
  std::size_t most_bytes_;
  std::vector<State> states_;  // by number, and one more
  std::vector<NodeId> threads_;
  std::vector<std::uint32_t> matches_;
  std::vector<Named> by_threads_;  // with open addresses, no more than half full
  TransitionTable table_;          // if traced, the note of a step is the place in origins_ of those of its threads
  std::vector<Origin> origins_;    // at 0: of threads that stay as they are, each in its place, with no mark passed
  std::vector<Mark> marks_;
  bool is_large_ = false;
  std::vector<std::uint32_t> seen_;  // by node: the draft it was last met in
  std::uint32_t draft_ = 0;
  std::vector<std::pair<NodeId, std::uint32_t>> pending_;
  std::vector<NodeId> draft_threads_;
  std::vector<std::uint32_t> draft_matches_;
  std::vector<Origin> draft_origins_;
  std::array<Traced, 2> traced_starts_;
  std::vector<std::uint32_t> path_;  // of trace(): the notes of its steps
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_LAZY_AUTOMATON_H_
