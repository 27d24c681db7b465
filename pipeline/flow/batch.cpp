#include "flow/batch.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <memory>
#include <new>
#include <utility>

#include "boctach/failure.h"
#include "flow/ordered_workers.h"
#include "flow/run_files.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr std::size_t slowest_kept = 3;
constexpr std::size_t share_needs = 100;  // articles: fewer say little about the rest

Worked timed(const Extraction& extraction, Document document) {
  const auto begin = std::chrono::steady_clock::now();
  Worked worked{extraction(std::move(document)), {}, false};
  worked.time = std::chrono::steady_clock::now() - begin;
  return worked;
}

// The record of the same article in an earlier run; where it stands is all that may be new.
Worked take_over(const EarlierRun& earlier, const EarlierRun::Line& line, Origin origin) {
  Worked worked{earlier.read(line), {}, true};
  worked.record.origin = std::move(origin);
  return worked;
}

// What belongs to an article that is being worked on.
struct Ticket {
  BatchPlace place;
  StuckArticle article;
  std::size_t bytes = 0;
  std::optional<std::string> duplicate_of;
};

bool has_stopped(const BatchOptions& options) { return options.stopped && options.stopped(); }

// Articles of an earlier run are read again and held against it.
BatchPlace pass_over(RunArticles& articles, const BatchOptions& options) {
  BatchPlace place;
  while (place.articles < options.resume.articles) {
    std::optional<RunArticles::Article> article = articles.next();
    if (!article && has_stopped(options)) return place;
    if (!article) throw ChangedInput(say("the input has {0} articles now, fewer than were worked on", {std::to_string(place.articles)}));
    place = {place.articles + 1, article->input, article->content};
  }
  if (place.input != options.resume.input)
    throw ChangedInput(say("the first {0} articles are not what they were", {std::to_string(place.articles)}));
  return place;
}

// One run, from its first article to its last.
class Batch {
 public:
  Batch(Source& source, const Extraction& extraction, BatchOutput& output, const BatchOptions& options)
      : extraction_(extraction), output_(output), options_(options), articles_(source, options.choice, options.stopped) {
    static_cast<RunCounts&>(summary_) = options.before;
    // Whoever watches cannot be the one who works.
    if (options.threads > 1 || options.stuck_after) {
      workers_ = std::make_unique<OrderedWorkers>(options.threads);
    }
  }

  BatchSummary run() {
    if (options_.earlier != nullptr) options_.earlier->read_in(options_.choice.directory);
    place_ = pass_over(articles_, options_);
    work();
    if (is_stopped()) {
      summary_.end = BatchEnd::Stopped;
    } else if (summary_.end == BatchEnd::Complete && options_.errors.is_passed(summary_, true)) {
      summary_.end = BatchEnd::TooManyErrors;
    }
    if (summary_.end != BatchEnd::Complete) return summary_;
    summary_.skipped = articles_.skipped();
    summary_.in += summary_.skipped;
    assert(summary_.in == summary_.ok + summary_.error + summary_.skipped);
    output_.finish(summary_);
    return summary_;
  }

 private:
  [[nodiscard]] bool is_stopped() const { return has_stopped(options_); }
  // No more articles are wanted, whatever there is.
  [[nodiscard]] bool is_over() const { return summary_.end != BatchEnd::Complete || is_stopped(); }

  void work() {
    try {
      while (!is_over()) {
        std::optional<RunArticles::Article> article = articles_.next();
        if (!article) break;
        put(std::move(*article));
      }
    } catch (const InputError&) {
      drain();  // what was read before the input broke is written, as one thread would have
      throw;
    }
    drain();
  }

  void put(RunArticles::Article article) {
    place_ = {place_.articles + 1, article.input, article.content};
    const std::size_t bytes = article.document.buffer.original().size();
    const Document& document = article.document;
    tickets_.push_back({place_, {document.id, document.origin, place_.articles}, bytes, std::move(article.duplicate_of)});
    OrderedWorkers::Work work = work_on(std::move(article.document));
    if (workers_ == nullptr) return write(work());
    if (workers_->full()) make_room();
    workers_->put(std::move(work), bytes);
  }

  [[nodiscard]] OrderedWorkers::Work work_on(Document document) const {
    if (options_.earlier != nullptr) {
      if (const auto line = options_.earlier->find(place_.content)) {
        return [&earlier = *options_.earlier, line = *line, origin = document.origin] { return take_over(earlier, line, origin); };
      }
    }
    return [&extraction = extraction_, document = std::move(document)]() mutable { return timed(extraction, std::move(document)); };
  }

  // Every record that is there is taken, and as many more as it needs.
  void make_room() {
    workers_->wait_for_half();
    while (!workers_->empty() && (workers_->full() || workers_->wait(std::chrono::milliseconds{0}))) write(take());
  }

  void drain() {
    while (workers_ != nullptr && !workers_->empty() && !is_over()) write(take());
  }

  Worked take() {
    if (options_.stuck_after && !workers_->wait(*options_.stuck_after)) options_.stuck(tickets_.front().article, summary_);
    return workers_->take();
  }

  void write(Worked worked) {
    Ticket ticket = std::move(tickets_.front());
    tickets_.pop_front();
    if (is_over()) return;
    worked.record.duplicate_of = std::move(ticket.duplicate_of);
    count(worked, ticket);
    output_.write(worked.record, ticket.place);
    if (options_.errors.is_passed(summary_, false)) summary_.end = BatchEnd::TooManyErrors;
    if (options_.progress) options_.progress(summary_);
  }

  void count(const Worked& worked, const Ticket& ticket) {
    summary_.add(counts_of(worked.record));
    summary_.bytes += ticket.bytes;
    if (worked.taken_over) ++summary_.taken_over;
    if (!worked.record.ok) summary_.failed = {worked.record.origin, worked.record.error};
    std::vector<SlowArticle>& slowest = summary_.slowest;
    if (slowest.size() == slowest_kept && worked.time <= slowest.back().time) return;
    const auto at = std::find_if(slowest.begin(), slowest.end(), [&](const SlowArticle& slow) { return slow.time < worked.time; });
    slowest.insert(at, {worked.record.id, worked.time});
    if (slowest.size() > slowest_kept) slowest.pop_back();
  }

  const Extraction& extraction_;
  BatchOutput& output_;
  const BatchOptions& options_;
  RunArticles articles_;
  BatchPlace place_;
  std::deque<Ticket> tickets_;  // of the articles that were put, the oldest first
  BatchSummary summary_;
  std::unique_ptr<OrderedWorkers> workers_;
};

}  // namespace

bool ErrorLimit::is_passed(const RunCounts& counts, bool at_end) const {
  if (count && counts.error > *count) return true;
  if (!share || (!at_end && counts.in < share_needs)) return false;
  return static_cast<double>(counts.error) > *share * static_cast<double>(counts.in);
}

Record extract(const Pipeline& pipeline, Document document) {
  Document kept;
  kept.id = document.id;
  kept.origin = document.origin;
  try {
    return pipeline.run(std::move(document));
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& failure) {
    kept.errors.push_back({"E990", "extract", failure.what()});
    return pipeline.run(std::move(kept));
  }
}

void hold_against(Source& source, const BatchOptions& options) {
  RunArticles articles(source, options.choice, options.stopped);
  const BatchPlace place = pass_over(articles, options);
  if (articles.next())
    throw ChangedInput(say("the input has more articles now than the {0} that were worked on", {std::to_string(place.articles)}));
}

BatchSummary run_batch(Source& source, const Extraction& extraction, BatchOutput& output, const BatchOptions& options) {
  return Batch(source, extraction, output, options).run();
}

BatchSummary run_batch(Source& source, const Pipeline& pipeline, BatchOutput& output, const BatchOptions& options) {
  const Extraction extraction = [&pipeline](Document document) { return extract(pipeline, std::move(document)); };
  return run_batch(source, extraction, output, options);
}

BatchSummary run_batch(Source& source, const Pipeline& pipeline, Sink& sink, std::size_t threads) {
  SinkOutput output(sink);
  BatchOptions options;
  options.threads = threads;
  return run_batch(source, pipeline, output, options);
}

}  // namespace boctach
