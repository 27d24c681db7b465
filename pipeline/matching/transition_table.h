#ifndef BOCTACH_MATCHING_TRANSITION_TABLE_H_
#define BOCTACH_MATCHING_TRANSITION_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace boctach {

// Where the states of a deterministic automaton lead, by the class of the next
// byte, as far as it is known; and a note beside each such step, if wanted.
//
// A walk waits for the memory that it looks at, so all is kept small and side by
// side. Most states of a lazy automaton are left by one step alone, again and
// again: it stands in the row of the state, among the rows of those that were
// made with it. What else is known of a state is in a hash table of its own.
class TransitionTable {
 public:
  using StateId = std::uint32_t;

  // A state, and whether an expression matches where it is entered.
  class Entry {
   public:
    Entry() = default;
    [[nodiscard]] static Entry nowhere() { return {dead_state, false}; }

    [[nodiscard]] bool known() const { return bits_ != 0; }
    [[nodiscard]] bool dead() const { return bits_ == 2 * dead_state; }
    [[nodiscard]] bool matches() const { return (bits_ & 1) != 0; }
    [[nodiscard]] StateId state() const { return bits_ >> 1; }
    bool operator==(const Entry&) const = default;

   private:
    friend class TransitionTable;
    static constexpr StateId dead_state = 1;  // leads nowhere; 0 is none
    Entry(StateId state, bool matches) : bits_(2 * state + (matches ? 1 : 0)) {}

    std::uint32_t bits_ = 0;
  };

  struct Noted {
    Entry entry;
    std::uint32_t note = 0;
  };

  // Numbers of states are less than this.
  static constexpr std::size_t most_states = std::size_t{1} << 23;

  explicit TransitionTable(bool noted) : noted_(noted) { forget(); }

  void forget();
  // A new state, whose number follows that of the last one. `ways`: the classes it leads on by.
  Entry add(bool matches, const std::vector<std::uint8_t>& ways);
  // Not known if nobody has kept it.
  [[nodiscard]] Entry next(Entry from, std::uint8_t byte_class) const {
    const Row& row = rows_[from.state()];
    if (is_usual(row, byte_class)) return row.usual.target();
    return (row.ways & way_bit(byte_class)) == 0 ? Entry::nowhere() : steps_[find(row, byte_class)].target();
  }
  // The same, with the note of the step. Only where steps are noted.
  [[nodiscard]] Noted next_noted(Entry from, std::uint8_t byte_class) const {
    const Row& row = rows_[from.state()];
    if (is_usual(row, byte_class)) return {row.usual.target(), row.usual_note};
    const std::size_t place = find(row, byte_class);
    return {steps_[place].target(), notes_[place]};
  }
  // Of a step that was not known.
  void keep(Entry from, std::uint8_t byte_class, Entry to, std::uint32_t note);

  // About what it takes in memory.
  [[nodiscard]] std::size_t bytes() const {
    const std::size_t note = noted_ ? sizeof(std::uint32_t) : 0;
    return rows_.size() * sizeof(Row) + steps_.size() * (sizeof(Step) + note);
  }

 private:
  // What a class leads to: it in the lowest byte, then the bits of the entry.
  class Step {
   public:
    Step() = default;
    Step(std::uint8_t byte_class, Entry target) : bits_(target.bits_ << 8 | byte_class) {}
    [[nodiscard]] std::uint8_t byte_class() const { return static_cast<std::uint8_t>(bits_); }
    [[nodiscard]] bool is(std::uint8_t byte_class) const { return this->byte_class() == byte_class; }
    [[nodiscard]] Entry target() const {
      Entry target;
      target.bits_ = bits_ >> 8;
      return target;
    }

   private:
    std::uint32_t bits_ = 0;
  };
  // A stretch of steps_ with open addresses: where it begins, and the power of two that is its size.
  class Table {
   public:
    Table() = default;
    Table(std::size_t begin, unsigned size_bits) : bits_(static_cast<std::uint32_t>(begin << 4 | size_bits)) {}
    [[nodiscard]] std::size_t begin() const { return bits_ >> 4; }
    [[nodiscard]] unsigned size_bits() const { return bits_ & 0xF; }
    [[nodiscard]] std::size_t size() const { return std::size_t{1} << size_bits(); }

   private:
    std::uint32_t bits_ = 0;
  };
  struct Row {
    Step usual;              // the first step that was kept and leads somewhere
    Table others;            // as it is here: of a state of which nothing else is known
    std::uint32_t ways = 0;  // what it leads on by, see way_bit()
    std::uint32_t usual_note = 0;
  };

  static bool is_usual(const Row& row, std::uint8_t byte_class) { return row.usual.is(byte_class) && row.usual.target().known(); }
  static std::uint32_t way_bit(std::uint8_t byte_class) { return std::uint32_t{1} << (byte_class % 32); }
  // The place of a step, or of the free one where it belongs.
  [[nodiscard]] std::size_t find(const Row& row, std::uint8_t byte_class) const {
    for (std::size_t i = byte_class;; ++i) {
      const std::size_t place = row.others.begin() + (i & (row.others.size() - 1));
      if (steps_[place].is(byte_class) || !steps_[place].target().known()) return place;
    }
  }
  [[nodiscard]] bool is_full(Table table) const;
  void grow(Row& row);
  [[nodiscard]] Table take_table(unsigned size_bits);

  static constexpr unsigned first_size_bits = 2;
  static constexpr unsigned most_size_bits = 9;  // for all classes

  bool noted_;
  std::vector<Row> rows_;    // by state
  std::vector<Step> steps_;  // the first one is never known
  std::vector<std::uint32_t> notes_;
  std::array<std::vector<Table>, most_size_bits + 1> free_;  // by size
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_TRANSITION_TABLE_H_
