#ifndef BOCTACH_RULE_TIMES_H_
#define BOCTACH_RULE_TIMES_H_

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <vector>

#include "boctach/rule_set.h"

namespace boctach {

// How long rules take with what they found: groups, contexts, fields. What all
// rules share, looking for their beginnings, belongs to none of them. Any thread may add.
class RuleTimes {
 public:
  void add(const Rule& rule, std::chrono::nanoseconds time);

  struct Share {
    const Rule* rule = nullptr;
    double of_all = 0;  // 0 to 1
  };
  // The first `count`, the slowest first.
  [[nodiscard]] std::vector<Share> slowest(std::size_t count) const;

 private:
  mutable std::mutex mutex_;
  std::map<const Rule*, std::chrono::nanoseconds> times_;
};

}  // namespace boctach

#endif  // BOCTACH_RULE_TIMES_H_
