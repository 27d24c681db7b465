#ifndef BOCTACH_MATCHING_LAZY_AUTOMATON_H_
#define BOCTACH_MATCHING_LAZY_AUTOMATON_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "boctach/span.h"
#include "matching/byte_program.h"
#include "matching/utf8_sequences.h"

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
  // A state, and whether an expression matches where it is entered.
  class Entry {
   public:
    Entry() = default;
    [[nodiscard]] bool known() const { return bits_ != 0; }
    [[nodiscard]] bool dead() const { return bits_ == dead_bits; }
    bool operator==(const Entry&) const = default;
    [[nodiscard]] bool matches() const { return (bits_ & 1) != 0; }

   private:
    friend class LazyAutomaton;
    static constexpr std::uint32_t dead_bits = 4;  // narrow state 1, which has no way on
    Entry(std::uint32_t place, bool wide, bool matches) : bits_(4 * place + (wide ? 2 : 0) + (matches ? 1 : 0)) {}
    [[nodiscard]] bool wide() const { return (bits_ & 2) != 0; }
    [[nodiscard]] std::uint32_t place() const { return bits_ >> 2; }  // of rows_ or narrow_

    std::uint32_t bits_ = 0;
  };

  // `program` must outlive the automaton. More than about `most_bytes` are not
  // good for the memory, and not for the caches of a processor.
  LazyAutomaton(const ByteProgram& program, bool traced, std::size_t most_bytes);

  // The state before the first byte of a match of one of `rules`, in ascending
  // order. `at_start`: at the start of the text.
  Entry start(const std::vector<std::uint32_t>& rules, bool at_start);
  Entry step(Entry from, unsigned char byte) {
    const std::uint8_t letter = program_.classes()[byte];
    if (from.wide()) {
      const Entry next = rows_[from.place() * letters_ + letter];
      return next.known() ? next : make_step(from, letter);
    }
    const Narrow& narrow = narrow_[from.place()];
    for (std::size_t i = 0; i < few; ++i) {
      if (narrow.letters[i] == letter) return narrow.targets[i].known() ? narrow.targets[i] : make_step(from, letter);
    }
    return {1, false, false};
  }
  // The first place in [at, end) of the text, from `at` on, where the text may do anything but come back to this state, or `end`.
  // For states that have been held for long: the ways out are looked for once.
  std::size_t stay(Entry from, std::string_view text, std::size_t at, std::size_t end);
  // At the end of the text: what of the state matches there.
  Entry end(Entry from);
  // The expressions that match where the state is entered.
  [[nodiscard]] const std::vector<std::uint32_t>& matches(Entry entry) const { return states_[state_of(entry)].matches; }

  // If the states hold too much, forget() should be called between two walks. Entries are then void.
  [[nodiscard]] bool is_large() const { return bytes_ > most_bytes_; }
  void forget();

  // Of a traced automaton that holds one expression: where the marks of its
  // match lie, which starts at `match.begin` of `text` and ends at `match.end`;
  // by slot, npos where one was not passed.
  void trace(std::string_view text, Span match, std::vector<std::size_t>& slots);
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  using NodeId = ByteProgram::NodeId;
  using StateId = std::uint32_t;
  static constexpr std::size_t few = 3;
  static constexpr std::uint8_t no_letter = 0xFF;
  static constexpr std::uint16_t many = 256;
  static constexpr std::uint16_t unknown = 257;

  // A state with few ways on, which most are: small, so that many are in the
  // cache. Others have a row, with an entry for every class of bytes.
  struct Narrow {
    std::array<Entry, few> targets;
    StateId state = 0;
    std::array<std::uint8_t, few> letters{no_letter, no_letter, no_letter};  // classes of bytes
  };
  struct Origin {
    std::uint32_t thread;  // of the state before
    std::uint32_t marks;   // of marks_, the last one first; 0: none
  };
  struct Mark {
    std::uint32_t slot;
    std::uint32_t before;
  };
  struct State {
    std::vector<NodeId> threads;
    std::vector<std::uint32_t> matches;
    Entry entry;  // to it
    Entry end;    // see end()
    std::uint32_t end_origins = 0;
  };
  struct Traced {
    Entry entry;
    std::uint32_t origins = 0;  // of origins_: those of its threads
  };
  struct Edges {
    bool at_start;
    bool at_end;
  };

  [[nodiscard]] StateId state_of(Entry entry) const { return entry.wide() ? row_states_[entry.place()] : narrow_[entry.place()].state; }
  Entry make_step(Entry from, std::uint8_t letter);
  // The one byte that leads out of a state, which all other characters lead back to; `many` if there is more than it, or none.
  std::uint16_t find_exit(Entry from);
  bool comes_back(Entry from, Entry home, const Utf8Sequence& bytes, std::size_t at);
  // Adds what the threads of a state lead to.
  void draft_step(StateId from, bool at_end, std::uint8_t byte);
  // Where the entry and the origins of a step are kept.
  std::pair<Entry*, std::uint32_t*> kept_step(Entry from, std::uint8_t letter);
  Entry add_entry(StateId id);
  void begin_draft();
  // Adds what a node leads to without a byte to the draft; false if a match was met.
  bool follow(NodeId first, std::uint32_t thread, Edges edges);
  // Makes a state of the draft.
  Entry settle();
  std::uint32_t keep_origins();
  Traced traced_start(bool at_start);

  const ByteProgram& program_;
  bool traced_;
  std::size_t most_bytes_;
  std::size_t letters_;  // classes of bytes
  std::vector<State> states_;
  std::vector<Narrow> narrow_;
  std::vector<Entry> rows_;
  std::vector<StateId> row_states_;       // by row
  std::vector<std::uint16_t> row_exits_;  // by row; what find_exit() said, or `unknown`
  // Beside the targets of narrow_ and beside rows_, if traced: of origins_.
  std::vector<std::array<std::uint32_t, few>> narrow_origins_;
  std::vector<std::uint32_t> row_origins_;
  std::vector<Origin> origins_;
  std::vector<Mark> marks_;
  std::unordered_multimap<std::uint64_t, StateId> by_hash_;
  std::size_t bytes_ = 0;
  std::vector<std::uint32_t> seen_;  // by node: the draft it was last met in
  std::uint32_t draft_ = 0;
  std::vector<std::pair<NodeId, std::uint32_t>> pending_;
  std::vector<NodeId> draft_threads_;
  std::vector<std::uint32_t> draft_matches_;
  std::vector<Origin> draft_origins_;
  std::array<Traced, 2> traced_starts_;
  std::vector<Traced> path_;  // of trace()
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_LAZY_AUTOMATON_H_
