#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/article_options.h"
#include "app/command.h"
#include "app/input_options.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "app/output_options.h"
#include "app/run_options.h"
#include "app/run_progress.h"
#include "app/stop_signals.h"
#include "boctach/rule_set.h"
#include "boctach/sink.h"
#include "boctach/source.h"
#include "flow/batch.h"
#include "flow/run_database.h"
#include "flow/run_directory.h"
#include "formats/terminal.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach run INPUT... [options]\n"
    "Reads articles and writes one record for each, in input order. INPUT is a text (*.txt),\n"
    "NDJSON (*.jsonl, *.ndjson), a table (*.csv, *.tsv), each compressed or not; an archive (zip, tar) or a directory of\n"
    "these; a SQLite database; or '-' for standard input. Without -o records go to standard output: NDJSON on a\n"
    "pipe, a readable view on a terminal. A run into a directory or a database survives whatever\n"
    "ends it: the same command goes on.";

constexpr const char* examples =
    "  boctach run samples/articles                  a directory of articles, for reading\n"
    "  boctach run dump.jsonl -o records.jsonl       a crawl, into a file\n"
    "  boctach run dump.jsonl -o records/ -j 4       a large crawl, in parts; the same line again after a power cut\n"
    "  boctach run - --labels dates <article.txt     one text, its dates only\n";

constexpr std::size_t shown_bytes = 200;
constexpr std::size_t slowest_rules = 3;

// The run that records are taken over from, if one is named. One that was made
// another way is refused: working on everything after all may take days.
std::unique_ptr<EarlierRun> earlier_run(const Options& options, const ArticlePipeline& extraction) {
  if (!options.has("only-changed")) return nullptr;
  const std::string directory = options.get("only-changed");
  std::error_code error;
  if (writes_directory(options) && std::filesystem::equivalent(directory, output_name(options), error)) {
    throw UsageError("--only-changed wants the directory of another run than the one -o writes into");
  }
  auto earlier = std::make_unique<EarlierRun>(directory, extraction.labels());
  const RunIdentity now = identity_of_records(run_identity(options, extraction.rules().hash));
  const std::vector<std::string> changes = identity_of_records(earlier->identity()).changes_to(now);
  if (changes.empty()) return earlier;
  std::string told = say("{0}: its records would be others now; leave --only-changed out, and every article is worked on:", {directory});
  for (const std::string& change : changes) told += "\n  " + change;
  throw RulesError(told);
}

void summarise(const BatchSummary& summary, const RuleSet& rules, const RuleTimes* times) {
  std::cerr << "boctach: "
            << say("{0} articles in, {1} ok, {2} with errors",
                   {std::to_string(summary.in), std::to_string(summary.ok), std::to_string(summary.error)});
  if (summary.skipped > 0) std::cerr << say(", {0} skipped", {std::to_string(summary.skipped)});
  if (summary.taken_over > 0) std::cerr << say(", {0} taken over", {std::to_string(summary.taken_over)});
  for (const auto& [array, count] : summary.found) std::cerr << "; " << array << " " << count;
  if (!summary.codes.empty()) std::cerr << '\n' << say("codes:");
  for (const auto& [code, count] : summary.codes) std::cerr << ' ' << code << ' ' << count;
  std::cerr << '\n' << say("rules:");
  for (const std::string& directory : rules.directories) std::cerr << ' ' << directory;
  std::cerr << " (" << rules.hash << ")\n";
  if (times == nullptr) return;
  for (const SlowArticle& slow : summary.slowest) {
    const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(slow.time).count();
    std::cerr << say("slow: {0}, {1} ms", {slow.id, std::to_string(static_cast<double>(microseconds) / 1000).substr(0, 6)}) << '\n';
  }
  for (const RuleTimes::Share& slow : times->slowest(slowest_rules)) {
    const long percent = std::lround(100 * slow.of_all);
    std::cerr << say("slow: rule {0}, {1} % of what rules took, each with what it found", {slow.rule->full_name(), std::to_string(percent)})
              << '\n';
  }
}

// Why a run came to no end, and what to do.
void explain_end(const BatchSummary& summary, const Options& options) {
  if (summary.end == BatchEnd::TooManyErrors) {
    std::cerr << "boctach: "
              << say("given up: {0} of {1} articles could not be worked on", {std::to_string(summary.error), std::to_string(summary.in)});
    const FailedArticle& last = summary.failed;
    if (!last.error.code.empty())
      std::cerr << say("; the last one: {0}",
                       {visible(last.origin) + ": " + last.error.code + " " + visible(last.error.message, shown_bytes)});
    std::cerr << '\n';
  } else if (summary.end == BatchEnd::Stopped) {
    std::cerr << "boctach: " << say("stopped behind article {0}", {std::to_string(summary.in)});
    if (goes_on(options)) std::cerr << say("; the same command goes on behind the last part");
    std::cerr << '\n';
  }
}

// Ends the program: the thread that works on the article cannot be asked to.
[[noreturn]] void end_stuck(const StuckArticle& article, const Options& options) {
  std::string told =
      say("stuck: article {0}, '{1}' ({2}), has been worked on for {3} s",
          {std::to_string(article.number), visible(article.id, shown_bytes), visible(article.origin), options.get("stuck-after")});
  if (goes_on(options)) told += say("; the same command goes on behind the last part");
  std::cerr << "boctach: " << told << std::endl;
  std::cout.flush();
  std::_Exit(exit_stopped);
}

int exit_code(const BatchSummary& summary) {
  if (summary.end == BatchEnd::Stopped) return exit_signal + stop_signal();
  if (summary.end == BatchEnd::TooManyErrors) return exit_stopped;
  return summary.error > 0 ? exit_look : exit_done;
}

BatchSummary run_into(BatchOutput& output, BatchOptions batch, const Options& options, const ArticlePipeline& extraction, Source& source) {
  RunProgress progress(options, batch.before);
  batch.stopped = [] { return stop_signal() != 0; };
  batch.progress = [&](const BatchSummary& so_far) { progress.update(so_far); };
  batch.stuck = [&, stuck = batch.stuck](const StuckArticle& article, const BatchSummary& so_far) {
    progress.give_up(so_far);
    stuck(article, so_far);
  };
  BatchSummary summary = run_batch(source, extraction.pipeline(), output, batch);
  progress.end(summary);
  return summary;
}

std::unique_ptr<RunOutput> take_up(const Options& options, const ArticlePipeline& extraction) {
  RunIdentity identity = run_identity(options, extraction.rules().hash);
  const bool afresh = options.has("force");
  if (writes_directory(options)) {
    return std::make_unique<RunDirectory>(output_name(options), std::move(identity), part_size(options), afresh);
  }
  return std::make_unique<RunDatabase>(options.get("output"), std::move(identity), extraction.labels(), part_size(options), afresh);
}

// At what is complete: is it still what the inputs are?
BatchSummary look_again(const Options& options, BatchOptions batch, Source& source) {
  BatchSummary summary;
  static_cast<RunCounts&>(summary) = batch.before;
  batch.stopped = [] { return stop_signal() != 0; };
  if (!shows_changes(options)) hold_against(source, batch);
  if (batch.stopped()) summary.end = BatchEnd::Stopped;
  if (summary.end == BatchEnd::Complete && !options.has("quiet")) {
    std::cerr << "boctach: " << say("{0}: this run is complete", {output_name(options)}) << '\n';
  }
  RunProgress(options, batch.before).end(summary);
  return summary;
}

// Into a directory or a database, behind what is there already.
BatchSummary run_on(const Options& options, BatchOptions batch, const ArticlePipeline& extraction, Source& source) {
  try {
    std::unique_ptr<RunOutput> output = take_up(options, extraction);
    batch.resume = output->place();
    batch.before = output->counts();
    batch.stuck = [&](const StuckArticle& article, const BatchSummary& /*so_far*/) {
      output = nullptr;  // and with it what was being written
      end_stuck(article, options);
    };
    if (!output->is_complete()) return run_into(*output, batch, options, extraction, source);
    return look_again(options, std::move(batch), source);
  } catch (const ChangedRun& changed) {
    throw RulesError(changed.what());
  } catch (const ChangedInput& changed) {
    throw RulesError(say("{0}: {1}; write to another name, or over it with --force", {output_name(options), changed.what()}));
  }
}

}  // namespace

int run_command(const Arguments& arguments) {
  Options options = run_options(usage, examples);
  if (!options.parse(arguments)) return exit_done;
  if (!has_inputs(options)) throw UsageError("no input; '-' reads standard input");
  BatchOptions batch = batch_options(options);
  if (!goes_on(options) && options.has("part-size")) throw UsageError("--part-size is for directories and databases");
  if (writes_directory(options) && (options.has("format") || options.has("compress")))
    throw UsageError("--format and --compress are for files; the parts of a directory are NDJSON");
  keep_apart_from_inputs(options);
  const ArticlePipeline extraction(options);
  const auto earlier = earlier_run(options, extraction);
  batch.earlier = earlier.get();
  watch_stop_signals();
  const auto source = open_articles(options);
  BatchSummary summary;
  if (goes_on(options)) {
    summary = run_on(options, batch, extraction, *source);
  } else {
    auto sink = open_sink(options, extraction.labels());
    SinkOutput output(*sink);
    batch.stuck = [&](const StuckArticle& article, const BatchSummary& /*so_far*/) {
      sink = nullptr;  // and with it what was written aside
      end_stuck(article, options);
    };
    summary = run_into(output, batch, options, extraction, *source);
  }
  explain_end(summary, options);
  if (!options.has("quiet")) summarise(summary, extraction.rules(), options.has("verbose") ? &extraction.times() : nullptr);
  return exit_code(summary);
}

}  // namespace boctach
