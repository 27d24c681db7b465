#ifndef BOCTACH_TESTS_BENCH_MEDIANS_H_
#define BOCTACH_TESTS_BENCH_MEDIANS_H_

#include <benchmark/benchmark.h>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace boctach {

// The usual table, and under it what somebody makes of the medians: of the
// time of each benchmark, in its unit.
class Medians : public benchmark::ConsoleReporter {
 public:
  explicit Medians(std::function<void(const Medians&)> conclude) : conclude_(std::move(conclude)) {}

  // 0 if it did not run.
  [[nodiscard]] double of(const std::string& name) const {
    const auto found = times_.find(name);
    return found == times_.end() ? 0 : found->second;
  }
  // How many times as long the first takes; 0 if one of them did not run.
  [[nodiscard]] double ratio(const std::string& slow, const std::string& fast) const { return of(fast) > 0 ? of(slow) / of(fast) : 0; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      const bool real = run.run_name.time_type == "real_time";
      if (run.aggregate_name == "median") times_[run.run_name.function_name] = real ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime();
    }
    ConsoleReporter::ReportRuns(runs);
  }
  void Finalize() override { conclude_(*this); }

 private:
  std::function<void(const Medians&)> conclude_;
  std::map<std::string, double> times_;
};

// The main function of a program of benchmarks.
inline int run_benchmarks(int argc, char** argv, std::function<void(const Medians&)> conclude) {
  benchmark::Initialize(&argc, argv);
  Medians reporter(std::move(conclude));
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_BENCH_MEDIANS_H_
