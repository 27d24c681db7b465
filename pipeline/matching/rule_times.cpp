#include "boctach/rule_times.h"

#include <algorithm>

namespace boctach {

void RuleTimes::add(const Rule& rule, std::chrono::nanoseconds time) {
  const std::lock_guard lock(mutex_);
  times_[&rule] += time;
}

std::vector<RuleTimes::Share> RuleTimes::slowest(std::size_t count) const {
  const std::lock_guard lock(mutex_);
  std::chrono::nanoseconds all{0};
  for (const auto& [rule, time] : times_) all += time;
  std::vector<Share> shares;
  for (const auto& [rule, time] : times_) shares.push_back({rule, static_cast<double>(time.count()) / static_cast<double>(all.count())});
  std::sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) {
    return a.of_all != b.of_all ? a.of_all > b.of_all : a.rule->full_name() < b.rule->full_name();
  });
  shares.resize(std::min(shares.size(), count));
  return shares;
}

}  // namespace boctach
