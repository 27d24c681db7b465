#ifndef BOCTACH_MATCHING_TRANSITION_TABLE_H_
#define BOCTACH_MATCHING_TRANSITION_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace boctach {

// Where the states of a deterministic automaton lead, by the class of the next
// byte, as far as it is known; and a note beside each such step, if wanted. A
// comb: every state has a place in one row of slots, and the slot of a class is
// so many further on. The slots that it does not lead on by are for others, so
// each slot says whose it is.
class TransitionTable {
 public:
  using StateId = std::uint32_t;

  // A state, and whether an expression matches where it is entered.
  class Entry {
   public:
    Entry() = default;
    [[nodiscard]] static Entry nowhere() { return {dead_place, false}; }

    [[nodiscard]] bool known() const { return bits_ != 0; }
    [[nodiscard]] bool dead() const { return bits_ == 2 * dead_place; }
    [[nodiscard]] bool matches() const { return (bits_ & 1) != 0; }
    bool operator==(const Entry&) const = default;

   private:
    friend class TransitionTable;
    static constexpr std::uint32_t dead_place = 1;  // of a state that leads nowhere
    Entry(std::size_t place, bool matches) : bits_(static_cast<std::uint32_t>(2 * place + (matches ? 1 : 0))) {}
    [[nodiscard]] std::uint32_t place() const { return bits_ >> 1; }

    std::uint32_t bits_ = 0;
  };

  // `classes` of bytes there are.
  TransitionTable(std::size_t classes, bool noted) : classes_(classes), noted_(noted) { forget(); }

  void forget();
  // `ways`: the classes it leads on by.
  Entry add(StateId state, bool matches, const std::vector<std::uint8_t>& ways);
  // Not known if nobody has kept it.
  [[nodiscard]] Entry next(Entry from, std::uint8_t byte_class) const {
    const Slot& slot = slots_[from.place() + byte_class];
    return slot.place == from.place() ? slot.target : Entry::nowhere();
  }
  // Of a step that leads on.
  void keep(Entry from, std::uint8_t byte_class, Entry to, std::uint32_t note);
  // Of a step that was kept.
  [[nodiscard]] std::uint32_t note(Entry from, std::uint8_t byte_class) const { return notes_[from.place() + byte_class]; }

  [[nodiscard]] StateId state(Entry entry) const { return states_[entry.place()]; }
  // About what it takes in memory.
  [[nodiscard]] std::size_t bytes() const {
    return slots_.size() * (sizeof(Slot) + sizeof(StateId) + (noted_ ? sizeof(std::uint32_t) : 0));
  }

 private:
  struct Slot {
    std::uint32_t place = 0;  // of the state whose it is; 0: of none
    Entry target;
  };

  [[nodiscard]] std::size_t find_place(const std::vector<std::uint8_t>& ways);

  std::size_t classes_;
  bool noted_;
  std::vector<Slot> slots_;
  std::vector<StateId> states_;  // by place
  std::vector<std::uint32_t> notes_;
  std::vector<bool> taken_;  // by place: some state has it
  std::size_t next_ = 0;     // place to be tried
  std::size_t end_ = 0;      // behind the last slot that is somebody's
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_TRANSITION_TABLE_H_
