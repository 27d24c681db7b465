#include "matching/competition.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

namespace boctach {

bool beats(const Contender& a, const Contender& b) {
  if (a.rule->priority != b.rule->priority) return a.rule->priority > b.rule->priority;
  if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.rule->overlay != b.rule->overlay) return a.rule->overlay > b.rule->overlay;
  return a.rule->full_name() < b.rule->full_name();
}

std::string_view deciding(const Contender& a, const Contender& b) {
  if (a.rule->priority != b.rule->priority) return "priority";
  if (a.span.size() != b.span.size()) return "length";
  if (a.span.begin != b.span.begin) return "place";
  return a.rule->overlay != b.rule->overlay ? "directory" : "name";
}

std::vector<Ending> compete(const std::vector<Contender>& contenders) {
  std::vector<std::size_t> order(contenders.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return beats(contenders[a], contenders[b]); });

  // Taken contenders of a group never overlap, so ordering them by their end
  // finds a clash in one look.
  std::map<std::string_view, std::map<std::size_t, std::size_t>> taken;
  std::vector<Ending> endings(contenders.size());
  for (const std::size_t index : order) {
    const Contender& contender = contenders[index];
    auto& group = taken[contender.rule->group];
    const auto next = group.upper_bound(contender.span.begin);
    if (next == group.end() || !contenders[next->second].span.overlaps(contender.span)) {
      group.emplace(contender.span.end, index);
      continue;
    }
    const Contender& winner = contenders[next->second];
    const bool same = winner.span == contender.span && winner.rule->label == contender.rule->label && winner.rule != contender.rule;
    endings[index] = {same ? Outcome::Same : Outcome::Lost, next->second};
  }
  return endings;
}

}  // namespace boctach
