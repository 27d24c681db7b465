#include "flow/batch.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "flow/marked_text.h"

namespace boctach {
namespace {

class ListSource final : public Source {
 public:
  explicit ListSource(std::deque<Document> documents) : documents_(std::move(documents)) {}
  std::optional<Document> next() override {
    if (documents_.empty()) return std::nullopt;
    Document document = std::move(documents_.front());
    documents_.pop_front();
    return document;
  }

 private:
  std::deque<Document> documents_;
};

class ListSink final : public Sink {
 public:
  void write(const Record& record) override { records.push_back(record); }
  void finish() override { finished = true; }

  std::vector<Record> records;
  bool finished = false;
};

Document article(const std::string& id, const std::string& text) {
  Document document;
  document.id = id;
  document.buffer = TextBuffer(text);
  return document;
}

class Batch : public testing::Test {
 protected:
  Batch()
      : rules_(load_rules(std::string(BOCTACH_SOURCE_DIR) + "/rules", diagnostics_)), pipeline_(Pipeline::make(rules_, {}, diagnostics_)) {}

  std::vector<Record> run(std::deque<Document> documents) {
    ListSource source(std::move(documents));
    ListSink sink;
    summary_ = run_batch(source, *pipeline_, sink);
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

}  // namespace
}  // namespace boctach
