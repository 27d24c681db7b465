#include "records/alignment.h"

#include <algorithm>

namespace boctach {

std::vector<Pair> align(const std::vector<ReadItem>& found, const std::vector<ReadItem>& wanted, std::initializer_list<Same> passes) {
  std::vector<Pair> pairs;
  for (const ReadItem& item : wanted) pairs.push_back({nullptr, &item});
  std::stable_partition(pairs.begin(), pairs.end(), [](const Pair& pair) { return !pair.wanted->optional; });
  std::vector<bool> used(found.size());
  for (const Same& same : passes) {
    for (Pair& pair : pairs) {
      for (std::size_t i = 0; i < found.size() && pair.found == nullptr; ++i) {
        if (used[i] || !same(found[i], *pair.wanted)) continue;
        used[i] = true;
        pair.found = &found[i];
      }
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!used[i]) pairs.push_back({&found[i], nullptr});
  }
  return pairs;
}

}  // namespace boctach
