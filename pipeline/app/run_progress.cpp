#include "app/run_progress.h"

#include <unistd.h>

#include <iostream>

#include "app/written_file.h"
#include "boctach/failure.h"
#include "text/messages.h"

namespace boctach {
namespace {

using namespace std::chrono_literals;

constexpr auto between_looks = 500ms;
constexpr auto between_objects = 1s;
constexpr auto between_lines = 5min;
constexpr auto between_metrics = 10s;

}  // namespace

RunProgress::Way RunProgress::way_of(const Options& options) {
  const std::string asked = options.get("progress");
  if (asked == "none") return Way::None;
  if (asked == "json") return Way::Json;
  if (!asked.empty() && asked != "line") throw UsageError(say("--progress takes line, json or none, not '{0}'", {asked}));
  if (isatty(STDERR_FILENO) == 1) return options.has("quiet") && asked.empty() ? Way::None : Way::Line;
  return options.has("verbose") || !asked.empty() ? Way::Lines : Way::None;
}

RunProgress::RunProgress(const Options& options, const RunCounts& before)
    : way_(way_of(options)), metrics_(options.get("metrics")), share_(options.inputs()), before_(before.in) {
  next_line_ = begin_ + (way_ == Way::Lines ? Clock::duration(between_lines) : Clock::duration(between_objects));
}

RunStanding RunProgress::standing(const BatchSummary& so_far, bool ended) {
  RunStanding now;
  now.counts = so_far;
  now.articles = so_far.in - before_;
  now.bytes = so_far.bytes;
  now.seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
  now.share = ended ? 1 : share_.read();
  now.ended = ended;
  return now;
}

void RunProgress::tell(const RunStanding& standing) {
  if (way_ == Way::Json) {
    std::cerr << progress_json(standing) << std::endl;
  } else if (way_ == Way::Line) {
    std::cerr << "\r\x1b[K" << progress_line(standing) << std::flush;
    shown_ = true;
  } else {
    std::cerr << "boctach: " << progress_line(standing) << std::endl;
  }
}

void RunProgress::update(const BatchSummary& so_far) {
  if (way_ == Way::None && metrics_.empty()) return;
  const Clock::time_point now = Clock::now();
  if (way_ != Way::None && now >= next_line_) {
    tell(standing(so_far, false));
    next_line_ = now + (way_ == Way::Lines  ? Clock::duration(between_lines)
                        : way_ == Way::Json ? Clock::duration(between_objects)
                                            : Clock::duration(between_looks));
  }
  if (metrics_.empty() || now < next_metrics_) return;
  next_metrics_ = now + between_metrics;
  try {
    write_file(metrics_, metrics_text(standing(so_far, false)));
  } catch (const OutputError&) {
    // The last time it counts.
  }
}

void RunProgress::give_up(const BatchSummary& so_far) {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
  if (metrics_.empty()) return;
  try {
    write_file(metrics_, metrics_text(standing(so_far, false)));
  } catch (const OutputError&) {
    // There is worse to tell.
  }
}

void RunProgress::end(const BatchSummary& summary) {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
  const RunStanding last = standing(summary, summary.end == BatchEnd::Complete);
  if (way_ == Way::Json) tell(last);
  if (!metrics_.empty()) write_file(metrics_, metrics_text(last));
}

}  // namespace boctach
