#ifndef BOCTACH_APP_RUN_PROGRESS_H_
#define BOCTACH_APP_RUN_PROGRESS_H_

#include <chrono>
#include <string>

#include "app/input_share.h"
#include "app/options.h"
#include "flow/batch.h"
#include "formats/run_standing.h"

namespace boctach {

// Tells on standard error, and in a file of metrics, how far a run is: a line
// that is written over on a terminal, elsewhere nothing unless it was asked for.
class RunProgress {
 public:
  RunProgress(const Options& options, const RunCounts& before);

  // To be called behind every record; does hardly anything most of the time.
  void update(const BatchSummary& so_far);
  // The last word before the program ends in the middle; nothing is thrown.
  void give_up(const BatchSummary& so_far);
  // The last word. OutputError if metrics cannot be written.
  void end(const BatchSummary& summary);

 private:
  enum class Way { None, Line, Lines, Json };
  using Clock = std::chrono::steady_clock;

  static Way way_of(const Options& options);
  [[nodiscard]] RunStanding standing(const BatchSummary& so_far, bool ended);
  void tell(const RunStanding& standing);

  Way way_;
  std::string metrics_;
  InputShare share_;
  std::size_t before_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point next_line_;
  Clock::time_point next_metrics_ = begin_;
  bool shown_ = false;
};

}  // namespace boctach

#endif  // BOCTACH_APP_RUN_PROGRESS_H_
