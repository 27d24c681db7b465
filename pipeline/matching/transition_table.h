#ifndef BOCTACH_MATCHING_TRANSITION_TABLE_H_
#define BOCTACH_MATCHING_TRANSITION_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace boctach {

// Where the states of a deterministic automaton lead, by the class of the next
// byte, as far as it is known; and a note beside each such step, if wanted.
class TransitionTable {
 public:
  using StateId = std::uint32_t;

  // A state, and whether an expression matches where it is entered.
  class Entry {
   public:
    Entry() = default;
    [[nodiscard]] static Entry nowhere() { return {1, false, false}; }

    [[nodiscard]] bool known() const { return bits_ != 0; }
    [[nodiscard]] bool dead() const { return bits_ == dead_bits; }
    [[nodiscard]] bool matches() const { return (bits_ & 1) != 0; }
    bool operator==(const Entry&) const = default;

   private:
    friend class TransitionTable;
    static constexpr std::uint32_t dead_bits = 4;  // narrow state 1, which has no way on
    Entry(std::uint32_t place, bool wide, bool matches) : bits_(4 * place + (wide ? 2 : 0) + (matches ? 1 : 0)) {}
    [[nodiscard]] bool wide() const { return (bits_ & 2) != 0; }
    [[nodiscard]] std::uint32_t place() const { return bits_ >> 2; }  // of rows_ or narrow_

    std::uint32_t bits_ = 0;
  };

  // More classes than a narrow state leads on by.
  static constexpr std::size_t many = 4;

  // `classes` of bytes there are.
  TransitionTable(std::size_t classes, bool noted) : classes_(classes), noted_(noted) { forget(); }

  void forget();
  // `ways`: the classes it leads on by, all of them or `many`.
  Entry add(StateId state, bool matches, const std::vector<std::uint8_t>& ways);
  // Not known if nobody has kept it.
  [[nodiscard]] Entry next(Entry from, std::uint8_t byte_class) const {
    if (from.wide()) return rows_[from.place() * classes_ + byte_class];
    const Narrow& narrow = narrow_[from.place()];
    for (std::size_t i = 0; i < narrow.ways.size(); ++i) {
      if (narrow.ways[i] == byte_class) return narrow.targets[i];
    }
    return Entry::nowhere();
  }
  // Of a step that leads on.
  void keep(Entry from, std::uint8_t byte_class, Entry to, std::uint32_t note);
  [[nodiscard]] std::uint32_t note(Entry from, std::uint8_t byte_class) const;

  [[nodiscard]] StateId state(Entry entry) const { return entry.wide() ? row_states_[entry.place()] : narrow_[entry.place()].state; }
  [[nodiscard]] bool leads_on_by_many(Entry entry) const { return entry.wide(); }
  // About what it takes in memory.
  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr std::uint8_t no_class = 0xFF;

  // A state with few ways on, which most are: small, so that many are in the
  // cache. Others have a row, with an entry for every class.
  struct Narrow {
    std::array<Entry, many - 1> targets;
    StateId state = 0;
    std::array<std::uint8_t, many - 1> ways{no_class, no_class, no_class};
  };

  [[nodiscard]] std::size_t way(Entry from, std::uint8_t byte_class) const;

  std::size_t classes_;
  bool noted_;
  std::vector<Narrow> narrow_;
  std::vector<Entry> rows_;
  std::vector<StateId> row_states_;  // by row
  // Beside the targets of narrow_ and beside rows_, if noted.
  std::vector<std::array<std::uint32_t, many - 1>> narrow_notes_;
  std::vector<std::uint32_t> row_notes_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_TRANSITION_TABLE_H_
