#include "flow/ordered_workers.h"

#include <algorithm>
#include <utility>

namespace boctach {

OrderedWorkers::OrderedWorkers(std::size_t threads) {
  for (std::size_t i = 0; i < std::max<std::size_t>(threads, 1); ++i) threads_.emplace_back([this] { serve(); });
}

OrderedWorkers::~OrderedWorkers() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    waiting_.clear();
  }
  given_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void OrderedWorkers::put(Work work, std::size_t bytes) {
  jobs_.emplace_back();
  jobs_.back().work = std::move(work);
  jobs_.back().bytes = bytes;
  bytes_ += bytes;
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(&jobs_.back());
  }
  given_.notify_one();
}

Worked OrderedWorkers::take() {
  Job& oldest = jobs_.front();
  {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [&] { return oldest.done; });
  }
  if (oldest.failure) std::rethrow_exception(oldest.failure);
  Worked worked = std::move(oldest.worked);
  bytes_ -= oldest.bytes;
  jobs_.pop_front();
  return worked;
}

bool OrderedWorkers::wait(std::chrono::milliseconds most) {
  using namespace std::chrono_literals;
  constexpr std::chrono::nanoseconds one_look = 200ms;
  const Job& oldest = jobs_.front();
  std::unique_lock lock(mutex_);
  for (std::chrono::nanoseconds waited{0}; !oldest.done && waited < most;) {
    const auto begin = std::chrono::steady_clock::now();
    const auto look = std::min<std::chrono::nanoseconds>(one_look, most - waited);
    finished_.wait_for(lock, look);
    waited += std::min<std::chrono::nanoseconds>(look, std::chrono::steady_clock::now() - begin);
  }
  return oldest.done;
}

void OrderedWorkers::serve() {
  while (true) {
    Job* job = nullptr;
    {
      std::unique_lock lock(mutex_);
      given_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      job = waiting_.front();
      waiting_.pop_front();
    }
    try {
      job->worked = job->work();
    } catch (...) {
      job->failure = std::current_exception();
    }
    job->work = nullptr;  // and with it the article
    {
      const std::lock_guard lock(mutex_);
      job->done = true;
    }
    finished_.notify_one();
  }
}

}  // namespace boctach
