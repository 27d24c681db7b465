#ifndef BOCTACH_FLOW_ORDERED_WORKERS_H_
#define BOCTACH_FLOW_ORDERED_WORKERS_H_

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

#include "boctach/record.h"

namespace boctach {

// A record and how long it took.
struct Worked {
  Record record;
  std::chrono::nanoseconds time{};
  bool taken_over = false;  // from an earlier run
};

// Threads that make records. One thread gives and takes: what it gave first it
// takes first, whichever worker was quicker.
class OrderedWorkers {
 public:
  using Work = std::function<Worked()>;

  // At least one thread.
  explicit OrderedWorkers(std::size_t threads);
  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;
  // Waits for what is being worked on; what nobody began is dropped.
  ~OrderedWorkers();

  // `work` is called once, by any thread; it holds an article of so many bytes.
  void put(Work work, std::size_t bytes);
  // The record of the oldest work not yet taken, once it is ready; there must
  // be one. Throws what the work threw.
  Worked take();
  // Waits for that record, but no longer than `most`; false if it is not ready.
  // A program that is held meanwhile (Ctrl-Z) is not taken to have waited.
  bool wait(std::chrono::milliseconds most);
  // Waits until half of the work is done, if that is soon: who gives and takes
  // need not be woken for every record.
  void wait_for_half();

  [[nodiscard]] bool empty() const { return jobs_.empty(); }
  // True while giving more would only make memory grow: there are enough
  // articles for every thread, or enough bytes of them. One article more may
  // be of any size, so memory is bounded by this and the greatest article.
  [[nodiscard]] bool full() const { return jobs_.size() >= jobs_per_thread * threads_.size() || bytes_ >= most_bytes; }

  // Enough that a thread with a long article does not let the others wait.
  static constexpr std::size_t jobs_per_thread = 16;
  static constexpr std::size_t most_bytes = std::size_t{8} << 20;

 private:
  struct Job {
    Work work;
    std::size_t bytes = 0;
    Worked worked;
    std::exception_ptr failure;
    bool done = false;
  };

  void serve();
  // False if `most` passed and the job is not done.
  bool wait_for(const Job& job, std::chrono::nanoseconds most);

  std::list<Job> jobs_;    // by age; only the giving thread adds and removes
  std::size_t bytes_ = 0;  // of the articles of jobs_
  std::mutex mutex_;       // guards what follows, and Job::done
  std::condition_variable given_;
  std::condition_variable finished_;
  std::deque<Job*> waiting_;
  const Job* awaited_ = nullptr;  // by who waits for finished_
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_ORDERED_WORKERS_H_
