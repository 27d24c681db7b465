// The gated engine beside the plain one, with the shipped rules: finding alone
// (every rule over the view it sees), and all of matching.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "articles.h"
#include "boctach/matcher.h"
#include "boctach/pipeline.h"
#include "matching/gated_engine.h"
#include "matching/rule_compiler.h"
#include "medians.h"
#include "rules/pattern_text.h"

namespace boctach {
namespace {

constexpr int article_count = 200;

// An article with every view the rules want of it.
struct Prepared {
  Document document;
  Findings findings;
  std::map<std::vector<std::string>, std::unique_ptr<View>> views;
};

class Bench {
 public:
  static const Bench& get() {
    static const Bench bench;
    return bench;
  }

  // All matches of all rules; how many.
  std::size_t find(const Prepared& article, bool gate) const {
    MatchOptions options;
    options.gate = gate;
    engine_->begin(options);
    std::size_t found = 0;
    for (const Stage& stage : stages_) {
      for (const auto* rules : {&stage.vetoes, &stage.rules, &stage.links}) {
        for (const CompiledRule& rule : *rules) found += find(rule, *article.views.at(rule.rule->sees));
      }
    }
    return found;
  }

  std::size_t find(const CompiledRule& rule, const View& view) const {
    std::vector<RawMatch> found = engine_->find_all(rule, view);
    for (RawMatch& raw : found) engine_->find_groups(rule, view, raw);
    return found.size();
  }

  std::size_t match(std::string text, bool gate) const {
    Document document;
    document.buffer = TextBuffer(std::move(text));
    MatchOptions options;
    options.gate = gate;
    return pipeline_->matcher().run(document, options).mentions.size();
  }

  std::vector<Prepared> articles;
  std::vector<std::string> texts;
  std::int64_t bytes = 0;

 private:
  Bench() {
    Diagnostics diagnostics;
    rules_ = load_rules(std::filesystem::path(BOCTACH_SOURCE_DIR) / "rules", diagnostics);
    RuleCompiler compiler(rules_, diagnostics);
    stages_ = compiler.compile();
    sweeps_ = compiler.take_sweeps();
    searches_ = compiler.take_searches();
    engine_ = std::make_unique<GatedEngine>(sweeps_, searches_);
    tables_ = compiler.take_tables();
    pipeline_ = Pipeline::make(rules_, {}, diagnostics);
    if (!pipeline_) std::abort();
    for (std::string& text : bench_articles(article_count)) {
      Prepared article;
      article.document.buffer = TextBuffer(std::move(text));
      pipeline_->clean_characters(article.document);
      texts.emplace_back(article.document.buffer.text());
      bytes += static_cast<std::int64_t>(texts.back().size());
      article.findings = pipeline_->clean(article.document);
      articles.push_back(std::move(article));
      add_views(articles.back());
    }
  }

  void add_views(Prepared& article) const {
    article.views[{}] = std::make_unique<View>(article.document.buffer.text());
    for (const Stage& stage : stages_) {
      for (const auto* rules : {&stage.vetoes, &stage.rules, &stage.links}) {
        for (const CompiledRule& rule : *rules) add_view(article, rule.rule->sees);
      }
    }
  }

  void add_view(Prepared& article, const std::vector<std::string>& sees) const {
    if (article.views.count(sees) > 0) return;
    std::vector<Folding> foldings;
    for (std::size_t i = 0; i < article.findings.mentions.size(); ++i) {
      const Mention& mention = article.findings.mentions[i];
      const auto label = std::find(sees.begin(), sees.end(), mention.rule->label);
      if (mention.early || label == sees.end()) continue;
      const auto symbol = static_cast<char32_t>(first_symbol + *label_index(rules_, *label));
      foldings.push_back({mention.span, i, static_cast<int>(label - sees.begin()), symbol});
    }
    article.views[sees] = std::make_unique<View>(*article.views.at({}), std::move(foldings));
  }

  RuleSet rules_;
  std::vector<Stage> stages_;
  std::vector<Sweep> sweeps_;
  ContextSearches searches_;
  std::unique_ptr<GatedEngine> engine_;
  std::map<const Lexicon*, std::unique_ptr<LexiconTable>> tables_;
  std::unique_ptr<Pipeline> pipeline_;
};

void finding(benchmark::State& state, bool gate) {
  const Bench& bench = Bench::get();
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Prepared& article : bench.articles) found += bench.find(article, gate);
  }
  state.SetBytesProcessed(state.iterations() * bench.bytes);
  state.counters["found_per_kB"] = 1000.0 * static_cast<double>(found) / static_cast<double>(bench.bytes);
}

void matching(benchmark::State& state, bool gate) {
  const Bench& bench = Bench::get();
  std::size_t mentions = 0;
  for (auto _ : state) {
    mentions = 0;
    for (const std::string& text : bench.texts) mentions += bench.match(text, gate);
  }
  state.SetBytesProcessed(state.iterations() * bench.bytes);
  state.counters["mentions_per_kB"] = 1000.0 * static_cast<double>(mentions) / static_cast<double>(bench.bytes);
}

BENCHMARK_CAPTURE(finding, plain, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(finding, gated, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(matching, plain, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(matching, gated, true)->Unit(benchmark::kMillisecond);

void conclude(const Medians& medians) {
  for (const std::string what : {"finding", "matching"}) {
    const double ratio = medians.ratio(what + "/plain", what + "/gated");
    if (ratio > 0) std::printf("%s: the gated engine is %.1f times the plain one\n", what.c_str(), ratio);
  }
}

}  // namespace
}  // namespace boctach

int main(int argc, char** argv) { return boctach::run_benchmarks(argc, argv, boctach::conclude); }
