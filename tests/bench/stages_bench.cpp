// Every stage of a run, and the whole way from NDJSON to NDJSON, beside one
// bare scan of the same text by RE2::Set with the 60 patterns of s60.txt: ids
// alone, no places, no captures. It is what a regex engine can do.

#include <benchmark/benchmark.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "boctach/pipeline.h"
#include "generated_articles.h"
#include "medians.h"
#include "whole_way.h"

namespace boctach {
namespace {

std::size_t corpus_bytes() {
  const char* chosen = std::getenv("BOCTACH_BENCH_MB");
  return (chosen == nullptr ? 60 : std::stoul(chosen)) * 1000000;
}

// The plain engine takes minutes for all of it.
constexpr std::size_t plain_bytes = 2000000;
std::size_t matched_plain = 0;  // bytes: whole articles

class Corpus {
 public:
  static const Corpus& get() {
    static const Corpus corpus;
    return corpus;
  }

  std::vector<std::string> texts;
  std::string lines;  // NDJSON
  std::size_t bytes = 0;
  RuleSet rules;
  std::unique_ptr<Pipeline> gated;
  std::unique_ptr<Pipeline> plain;
  std::unique_ptr<RE2::Set> s60;

 private:
  Corpus() {
    Diagnostics diagnostics;
    const std::filesystem::path top = BOCTACH_SOURCE_DIR;
    rules = load_rules(top / "rules", diagnostics);
    MatchOptions without_gate;
    without_gate.gate = false;
    gated = Pipeline::make(rules, {}, diagnostics);
    plain = Pipeline::make(rules, {}, diagnostics, without_gate);
    if (!gated || !plain) std::abort();
    ArticleGenerator generator(20210409);
    for (const std::size_t wanted = corpus_bytes(); bytes < wanted;) {
      texts.push_back(generator.next());
      bytes += texts.back().size();
      lines += ndjson_line(texts.back());
    }
    RE2::Options options;
    options.set_max_mem(std::int64_t{256} << 20);
    s60 = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
    std::ifstream patterns(top / "tests/bench/s60.txt");
    for (std::string pattern; std::getline(patterns, pattern);) {
      if (s60->Add(pattern, nullptr) < 0) std::abort();
    }
    if (!s60->Compile()) std::abort();
  }
};

void report(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

void s60(benchmark::State& state) {
  const Corpus& corpus = Corpus::get();
  std::vector<int> ids;
  for (auto _ : state) {
    for (const std::string& text : corpus.texts) {
      ids.clear();
      benchmark::DoNotOptimize(corpus.s60->Match(text, &ids));
    }
  }
  report(state, corpus.bytes);
}

void read_and_clean(benchmark::State& state) {
  const Corpus& corpus = Corpus::get();
  for (auto _ : state) {
    std::istringstream lines(corpus.lines);
    const auto source = source_of(lines);
    while (auto document = source->next()) corpus.gated->clean_characters(*document);
  }
  report(state, corpus.bytes);
}

void match(benchmark::State& state, const std::unique_ptr<Pipeline> Corpus::*pipeline, std::size_t most) {
  const Corpus& corpus = Corpus::get();
  std::size_t bytes = 0;
  std::size_t mentions = 0;
  for (auto _ : state) {
    bytes = 0;
    mentions = 0;
    for (auto text = corpus.texts.begin(); text != corpus.texts.end() && bytes < most; ++text) {
      Document document;
      document.buffer = TextBuffer(*text);
      const Findings findings = (corpus.*pipeline)->matcher().run(document, {.gate = pipeline == &Corpus::gated});
      mentions += static_cast<std::size_t>(
          std::count_if(findings.mentions.begin(), findings.mentions.end(), [](const Mention& mention) { return mention.rule->emit; }));
      bytes += text->size();
    }
  }
  state.counters["mentions_per_kB"] = 1000.0 * static_cast<double>(mentions) / static_cast<double>(bytes);
  if (pipeline == &Corpus::plain) matched_plain = bytes;
  report(state, bytes);
}

void clean_match_resolve(benchmark::State& state) {
  const Corpus& corpus = Corpus::get();
  for (auto _ : state) {
    for (const std::string& text : corpus.texts) {
      Document document;
      document.id = "1";
      document.buffer = TextBuffer(text);
      benchmark::DoNotOptimize(corpus.gated->run(std::move(document)));
    }
  }
  report(state, corpus.bytes);
}

void whole_way(benchmark::State& state) {
  const Corpus& corpus = Corpus::get();
  for (auto _ : state) go_whole_way(corpus.lines, *corpus.gated, 1);
  report(state, corpus.bytes);
}

BENCHMARK(s60)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(read_and_clean)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK_CAPTURE(match, gated, &Corpus::gated, static_cast<std::size_t>(-1))->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK_CAPTURE(match, plain, &Corpus::plain, plain_bytes)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(clean_match_resolve)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(whole_way)->Unit(benchmark::kMillisecond)->Iterations(1);

// Each stage for a byte, and over the bare scan.
void conclude(const Medians& medians) {
  for (const char* name : {"s60", "read_and_clean", "match/gated", "match/plain", "clean_match_resolve", "whole_way"}) {
    const auto bytes = static_cast<double>(std::string(name) == "match/plain" ? matched_plain : Corpus::get().bytes);
    const double cost = medians.of(name) * 1e6 / bytes;
    const double bare = medians.of("s60") * 1e6 / static_cast<double>(Corpus::get().bytes);
    if (cost > 0) std::printf("%-22s %8.1f ns a byte, %.3f of the bare scan's speed\n", name, cost, bare / cost);
  }
}

}  // namespace
}  // namespace boctach

int main(int argc, char** argv) { return boctach::run_benchmarks(argc, argv, boctach::conclude); }
