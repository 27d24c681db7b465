#include "flow/ordered_workers.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace std::chrono_literals;

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
  while (!wait_for(oldest, 1h)) {
  }
  if (oldest.failure) std::rethrow_exception(oldest.failure);
  Worked worked = std::move(oldest.worked);
  bytes_ -= oldest.bytes;
  jobs_.pop_front();
  return worked;
}

bool OrderedWorkers::wait(std::chrono::milliseconds most) {
  constexpr std::chrono::nanoseconds one_look = 200ms;
  bool done = wait_for(jobs_.front(), 0ms);
  for (std::chrono::nanoseconds waited{0}; !done && waited < most;) {
    const auto begin = std::chrono::steady_clock::now();
    const auto look = std::min<std::chrono::nanoseconds>(one_look, most - waited);
    done = wait_for(jobs_.front(), look);
    waited += std::min<std::chrono::nanoseconds>(look, std::chrono::steady_clock::now() - begin);
  }
  return done;
}

void OrderedWorkers::wait_for_half() {
  static constexpr auto soon = 50ms;
  if (!jobs_.empty()) wait_for(*std::next(jobs_.begin(), static_cast<std::ptrdiff_t>(jobs_.size() / 2)), soon);
}

bool OrderedWorkers::wait_for(const Job& job, std::chrono::nanoseconds most) {
  std::unique_lock lock(mutex_);
  awaited_ = &job;
  return finished_.wait_for(lock, most, [&] { return job.done; });
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
    bool awaited = false;
    {
      const std::lock_guard lock(mutex_);
      job->done = true;
      awaited = job == awaited_;
    }
    if (awaited) finished_.notify_one();
  }
}

}  // namespace boctach
