// What more rules and more threads cost: the start, and the whole way from
// NDJSON to NDJSON, with the shipped rules and with 5,000 rules like entries of
// a lexicon laid over them; on one thread and on two, beside what two threads
// reach that do nothing but count.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "boctach/pipeline.h"
#include "formats/scratch_folder.h"
#include "generated_articles.h"
#include "medians.h"
#include "whole_way.h"

namespace boctach {
namespace {

constexpr int more_rules = 5000;
constexpr std::size_t corpus_bytes = 60000000;

// Rules of two to four syllables each, no two the same.
std::string make_rules() {
  std::string yaml = "format: 1\noverlay: vn.campaigns\nrules:\n";
  ArticleGenerator generator(5);
  for (int i = 0; i < more_rules; ++i) {
    const std::string words = generator.phrase(2 + static_cast<std::size_t>(i) % 3) + " số " + std::to_string(i);
    yaml += "  - id: word-" + std::to_string(i) + "\n    priority: 1\n    pattern: '" + words +
            "'\n    fields: {kind: {const: model}}\n    examples: [{text: 'Một ⟦" + words +
            "⟧ ở đây.'}]\n    counterexamples: [{text: 'Không có gì.'}]\n";
  }
  return yaml;
}

struct Loaded {
  RuleSet rules;
  std::unique_ptr<Pipeline> pipeline;
};

std::unique_ptr<Loaded> load(bool more) {
  static const ScratchFolder folder;
  static const std::string file = folder.write("more.yaml", make_rules());
  const std::string shipped = std::filesystem::path(BOCTACH_SOURCE_DIR) / "rules";
  auto loaded = std::make_unique<Loaded>();
  Diagnostics diagnostics;
  loaded->rules = more ? load_rules(std::vector<std::string>{shipped, folder.path()}, diagnostics) : load_rules(shipped, diagnostics);
  if (!diagnostics.has_errors()) loaded->pipeline = Pipeline::make(loaded->rules, {}, diagnostics);
  if (!loaded->pipeline) std::abort();
  return loaded;
}

const std::string& corpus() {
  static const std::string lines = [] {
    std::string made;
    ArticleGenerator generator(20210409);
    while (made.size() < corpus_bytes) made += ndjson_line(generator.next());
    return made;
  }();
  return lines;
}

void start_up(benchmark::State& state, bool more) {
  load(more);  // what is made for the benchmark alone
  for (auto _ : state) {
    const auto loaded = load(more);
    Document document;
    document.id = "1";
    document.buffer = TextBuffer("Ngày 12/3/2020.");
    benchmark::DoNotOptimize(loaded->pipeline->run(std::move(document)));
  }
}

void whole_way(benchmark::State& state, bool more, std::size_t threads) {
  const auto loaded = load(more);
  for (auto _ : state) go_whole_way(corpus(), *loaded->pipeline, threads);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(corpus().size()));
}

// As much counting, by one thread or shared by two.
void spin(benchmark::State& state, unsigned threads) {
  constexpr std::uint64_t all = 1000000000;
  for (auto _ : state) {
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < threads; ++i) {
      workers.emplace_back([threads] {
        for (std::uint64_t n = 0; n < all / threads; ++n) benchmark::DoNotOptimize(n);
      });
    }
    for (std::thread& worker : workers) worker.join();
  }
}

BENCHMARK_CAPTURE(start_up, shipped, false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(start_up, more, true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(whole_way, shipped, false, 1)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(whole_way, more, true, 1)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(whole_way, shipped_j2, false, 2)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(spin, one, 1)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(spin, two, 2)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

void conclude(const Medians& medians) {
  if (medians.of("start_up/more") > 0) {
    std::printf("start: %.0f ms, with %d rules more %.0f ms\n", medians.of("start_up/shipped"), more_rules, medians.of("start_up/more"));
  }
  if (const double kept = medians.ratio("whole_way/shipped", "whole_way/more"); kept > 0) {
    std::printf("with them the whole way keeps %.2f of its speed\n", kept);
  }
  if (const double gained = medians.ratio("whole_way/shipped", "whole_way/shipped_j2"); gained > 0) {
    std::printf("two threads are %.2f times one; two that only count %.2f times\n", gained, medians.ratio("spin/one", "spin/two"));
  }
}

}  // namespace
}  // namespace boctach

int main(int argc, char** argv) { return boctach::run_benchmarks(argc, argv, boctach::conclude); }
