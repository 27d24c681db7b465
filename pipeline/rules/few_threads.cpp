#include "rules/few_threads.h"

#include <algorithm>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace boctach {

void on_few_threads(const std::function<void()>& work) {
  static constexpr std::size_t most_threads = 4;
  const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads);
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, work));
  work();
  for (std::future<void>& other : others) other.get();
}

}  // namespace boctach
