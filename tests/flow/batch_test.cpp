#include "flow/batch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <deque>
#include <future>
#include <string>
#include <utility>
#include <vector>

#include "boctach/failure.h"
#include "flow/article_list.h"
#include "flow/marked_text.h"
#include "flow/ordered_workers.h"

namespace boctach {
namespace {

class ListSink final : public Sink {
 public:
  void write(const Record& record) override { records.push_back(record); }
  void finish() override { finished = true; }

  std::vector<Record> records;
  bool finished = false;
};

class Batch : public testing::Test {
 protected:
  Batch()
      : rules_(load_rules(std::string(BOCTACH_SOURCE_DIR) + "/rules", diagnostics_)), pipeline_(Pipeline::make(rules_, {}, diagnostics_)) {}

  std::vector<Record> run(std::deque<Document> documents, std::size_t threads = 1) {
    ListSource source(std::move(documents));
    ListSink sink;
    summary_ = run_batch(source, *pipeline_, sink, threads);
    EXPECT_TRUE(sink.finished);
    return sink.records;
  }

  Diagnostics diagnostics_;
  RuleSet rules_;
  std::unique_ptr<Pipeline> pipeline_;
  BatchSummary summary_;
};

TEST_F(Batch, GivesOneRecordForEveryArticleInOrder) {
  Document broken = article("hai", "");
  broken.errors.push_back({"E902", "read", "not a JSON object"});
  const auto records = run({article("một", "Ngày 3/4/2020, xã họp."), std::move(broken), article("ba", "")});
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[0].id, "một");
  EXPECT_FALSE(records[1].ok);
  EXPECT_EQ(records[1].error.code, "E902");
  EXPECT_TRUE(records[2].ok);
  EXPECT_EQ(summary_.in, 3U);
  EXPECT_EQ(summary_.ok, 2U);
  EXPECT_EQ(summary_.error, 1U);
  EXPECT_EQ(summary_.found["dates"], 1U);
}

TEST_F(Batch, NotesARepeatedId) {
  const auto records = run({article("một", "a"), article("một", "b")});
  EXPECT_TRUE(records[0].notes.empty());
  ASSERT_EQ(records[1].notes.size(), 1U);
  EXPECT_EQ(records[1].notes[0].code, "N202");
}

TEST_F(Batch, SurvivesHostileText) {
  std::string nested;
  for (int i = 0; i < 20000; ++i) nested += "<div>";
  const auto records = run({article("nested", nested), article("nul", std::string("a\0b 3/4/2020", 12)), article("bad", "\xFF\xFE\xC3"),
                            article("quotes", std::string(5000, '"')), article("digits", std::string(5000, '1'))});
  EXPECT_EQ(summary_.ok, 5U);
}

TEST(MarkedText, FindsWhatBracketsEnclose) {
  const MarkedText marked = read_marks("ngày ⟦3/4⟧ và ⟦5/6⟧");
  EXPECT_EQ(marked.text, "ngày 3/4 và 5/6");
  ASSERT_EQ(marked.spans.size(), 2U);
  EXPECT_EQ(marked.spans[1].of(marked.text), "5/6");
  EXPECT_TRUE(marked.balanced);
  EXPECT_FALSE(read_marks("⟦a").balanced);
  EXPECT_FALSE(read_marks("a⟧").balanced);
}

// Articles of very different length, so that workers overtake each other.
std::deque<Document> uneven_articles(std::size_t count) {
  std::deque<Document> documents;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t n = 0; n <= (i % 7) * 5; ++n) text += "Ngày " + std::to_string(1 + i % 28) + "/4/2020, xã họp bàn việc làng.\n";
    documents.push_back(article("bài " + std::to_string(i), text));
  }
  return documents;
}

TEST_F(Batch, GivesTheSameRecordsInTheSameOrderOnManyThreads) {
  const std::vector<Record> expected = run(uneven_articles(60));
  const BatchSummary alone = summary_;
  for (const std::size_t threads : {2U, 4U}) {
    const std::vector<Record> records = run(uneven_articles(60), threads);
    ASSERT_EQ(records.size(), expected.size());
    for (std::size_t i = 0; i < records.size(); ++i) EXPECT_EQ(to_json(records[i]), to_json(expected[i]));
    EXPECT_EQ(summary_.in, alone.in);
    EXPECT_EQ(summary_.found, alone.found);
  }
}

class BreakingSource final : public Source {
 public:
  std::optional<Document> next() override {
    if (given_ == 10) throw InputError("the disk is gone");
    return article(std::to_string(given_++), "Ngày 3/4/2020, xã họp.");
  }

 private:
  int given_ = 0;
};

TEST_F(Batch, WritesWhatWasReadBeforeTheInputBroke) {
  for (const std::size_t threads : {1U, 3U}) {
    BreakingSource source;
    ListSink sink;
    EXPECT_THROW(run_batch(source, *pipeline_, sink, threads), InputError);
    EXPECT_EQ(sink.records.size(), 10U);
    EXPECT_FALSE(sink.finished);
  }
}

class FullSink final : public Sink {
 public:
  void write(const Record&) override { throw OutputError("no space left"); }
  void finish() override {}
};

TEST_F(Batch, EndsAtOnceWhenTheOutputFails) {
  for (const std::size_t threads : {1U, 3U}) {
    ListSource source(uneven_articles(40));
    FullSink sink;
    EXPECT_THROW(run_batch(source, *pipeline_, sink, threads), OutputError);
  }
}

TEST_F(Batch, StopsBetweenArticlesAndFinishesNothing) {
  for (const std::size_t threads : {1U, 3U}) {
    ListSource source(uneven_articles(40));
    ListSink sink;
    SinkOutput output(sink);
    BatchOptions options;
    options.threads = threads;
    options.stopped = [&] { return sink.records.size() >= 10; };
    const BatchSummary summary = run_batch(source, *pipeline_, output, options);
    EXPECT_EQ(summary.end, BatchEnd::Stopped);
    EXPECT_EQ(sink.records.size(), 10U);
    EXPECT_FALSE(sink.finished);
  }
}

TEST_F(Batch, GivesUpBehindTheArticleThatWasOneTooMany) {
  for (const std::size_t threads : {1U, 3U}) {
    std::deque<Document> documents = uneven_articles(30);
    for (const std::size_t bad : {4U, 9U, 20U}) documents[bad].errors.push_back({"E902", "read", "not a JSON object"});
    ListSource source(std::move(documents));
    ListSink sink;
    SinkOutput output(sink);
    BatchOptions options;
    options.threads = threads;
    options.errors.count = 1;
    const BatchSummary summary = run_batch(source, *pipeline_, output, options);
    EXPECT_EQ(summary.end, BatchEnd::TooManyErrors);
    EXPECT_EQ(summary.error, 2U);
    EXPECT_EQ(sink.records.size(), 10U);
  }
}

TEST(ErrorLimit, JudgesAShareOnceThereAreEnoughArticlesAndAtTheEnd) {
  ErrorLimit limit;
  limit.share = 0.05;
  RunCounts counts;
  counts.in = 99;
  counts.error = 5;
  EXPECT_FALSE(limit.is_passed(counts, false));
  EXPECT_TRUE(limit.is_passed(counts, true));
  counts.in = 100;
  EXPECT_FALSE(limit.is_passed(counts, false));
  counts.error = 6;
  EXPECT_TRUE(limit.is_passed(counts, false));
}

// The article is let go by who is told that it is stuck: it is certain to be stuck before.
TEST(BatchWatch, NamesAnArticleThatIsStuckWhenAllBeforeItIsWritten) {
  for (const std::size_t threads : {1U, 3U}) {
    std::promise<void> let_go;
    const std::shared_future<void> gone = let_go.get_future().share();
    const Extraction extraction = [&](const Document& document) {
      if (document.id == "ba") gone.wait();
      Record record;
      record.id = document.id;
      return record;
    };
    std::deque<Document> articles;
    for (const char* id : {"một", "hai", "ba", "bốn", "năm"}) articles.push_back(article(id, "x"));
    articles[2].origin = {"làng.jsonl", 3, 70};
    ListSource source(std::move(articles));
    ListSink sink;
    SinkOutput output(sink);
    BatchOptions options;
    options.threads = threads;
    options.stuck_after = std::chrono::milliseconds(20);
    std::size_t told = 0;
    options.stuck = [&](const StuckArticle& stuck, const BatchSummary& so_far) {
      if (stuck.id != "ba") return;  // a machine may be busy with other things for 20 ms
      ++told;
      EXPECT_EQ(stuck.origin.path, "làng.jsonl");
      EXPECT_EQ(stuck.origin.line, 3U);
      EXPECT_EQ(stuck.number, 3U);
      EXPECT_EQ(sink.records.size(), 2U);
      EXPECT_EQ(so_far.in, 2U);
      let_go.set_value();
    };
    EXPECT_EQ(run_batch(source, extraction, output, options).in, 5U);
    EXPECT_EQ(told, 1U) << threads << " threads";
    EXPECT_EQ(sink.records.size(), 5U);
  }
}

TEST_F(Batch, TakesNoArticleForStuckThatEnds) {
  const std::vector<Record> expected = run(uneven_articles(40));
  ListSource source(uneven_articles(40));
  ListSink sink;
  SinkOutput output(sink);
  BatchOptions options;
  options.stuck_after = std::chrono::hours(1);
  options.stuck = [](const StuckArticle& stuck, const BatchSummary&) { ADD_FAILURE() << stuck.id; };
  run_batch(source, *pipeline_, output, options);
  ASSERT_EQ(sink.records.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(to_json(sink.records[i]), to_json(expected[i]));
}

// Nobody works: every article put stays.
TEST(OrderedWorkers, AreFullOfArticlesOrOfTheirBytes) {
  const auto nothing = [] { return Worked{}; };
  OrderedWorkers small(1);
  std::size_t put = 0;
  for (; !small.full(); ++put) small.put(nothing, 1);
  EXPECT_EQ(put, OrderedWorkers::jobs_per_thread);
  OrderedWorkers large(1);
  for (put = 0; !large.full(); ++put) large.put(nothing, OrderedWorkers::most_bytes / 4);
  EXPECT_EQ(put, 4U);
  large.take();
  EXPECT_FALSE(large.full());
  large.put(nothing, 4 * OrderedWorkers::most_bytes);
  while (!large.empty()) large.take();
  EXPECT_FALSE(large.full()) << "an article of any size leaves room behind it";
}

TEST(OrderedWorkers, AreWaitedForUntilHalfIsDoneButNotForEver) {
  std::promise<void> go;
  std::atomic<int> done = 0;
  OrderedWorkers workers(1);
  for (int i = 0; i < 8; ++i) {
    workers.put(
        [&, i] {
          if (i == 6) go.get_future().wait();
          ++done;
          return Worked{};
        },
        1);
  }
  while (done < 5) workers.wait_for_half();
  for (int i = 0; i < 4; ++i) workers.take();
  workers.wait_for_half();
  EXPECT_LE(done, 6) << "the job in the middle waits for us";
  go.set_value();
  while (!workers.empty()) workers.take();
  workers.wait_for_half();
}

}  // namespace
}  // namespace boctach
