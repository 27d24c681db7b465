#ifndef BOCTACH_RULES_FEW_THREADS_H_
#define BOCTACH_RULES_FEW_THREADS_H_

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>

namespace boctach {

// Hands out the numbers below `count`, each once, to whichever thread asks next.
class Turns {
 public:
  explicit Turns(std::size_t count) : count_(count) {}

  std::optional<std::size_t> take() {
    const std::size_t turn = next_++;
    return turn < count_ ? std::optional(turn) : std::nullopt;
  }

 private:
  std::size_t count_;
  std::atomic<std::size_t> next_ = 0;
};

// Runs `work` on this thread and, where there are more processors, on a few
// others at once; returns when all have ended. They share out what is to be
// done by taking turns. What one of them throws is thrown here.
void on_few_threads(const std::function<void()>& work);

}  // namespace boctach

#endif  // BOCTACH_RULES_FEW_THREADS_H_
