#ifndef BOCTACH_FORMATS_RUN_STANDING_H_
#define BOCTACH_FORMATS_RUN_STANDING_H_

#include <cstddef>
#include <optional>
#include <string>

#include "formats/run_manifest.h"

namespace boctach {

// How far a run is. The one place where time counts; it never gets into records.
struct RunStanding {
  RunCounts counts;
  std::size_t articles = 0;     // worked on since the program was started
  std::size_t bytes = 0;        // of their text
  double seconds = 0;           // since then
  std::optional<double> share;  // of the input that was read, if its size is known
  bool ended = false;

  [[nodiscard]] double articles_per_second() const;
  [[nodiscard]] double bytes_per_second() const;
  // Seconds that are left, if that can be told.
  [[nodiscard]] std::optional<double> left() const;
};

// One line for people, without line feed.
std::string progress_line(const RunStanding& standing);
// One JSON object on a line.
std::string progress_json(const RunStanding& standing);
// The text format of Prometheus, for its node exporter.
std::string metrics_text(const RunStanding& standing);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_RUN_STANDING_H_
