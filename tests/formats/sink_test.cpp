#include "boctach/sink.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "boctach/failure.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

Record sample() {
  Record record;
  record.id = "một";
  record.origin = {"a.jsonl", 3, 120};
  record.raw_field = "text";
  record.title = "Tên \"bài\"";
  record.rules = "xxh3:0";
  const Place place{true, 1, 2, 3, 4, ""};
  LabelArray dates{"date", "dates", false, {}};
  dates.items_found.push_back(
      {{{"value", std::string("2021-12-02")}, {"anchor", std::monostate()}}, {}, {{"2/12", "p/r", false, {"p/s"}, place}}});
  LabelArray people{"person", "people", true, {}};
  people.items_found.push_back({{{"name", std::string("A")}, {"year", std::int64_t{5}}, {"titles", std::vector<std::string>{"x", "y"}}},
                                {{"titles", {{"p/t", place}, {"p/u", {false, 0, 0, 7, 9, "title"}}}}},
                                {{"A", "p/n", true, {}, place}}});
  record.arrays = {dates, people};
  record.notes.push_back({Severity::Note, "N1", "n", {}, "", 1, ""});
  return record;
}

TEST(RecordJson, KeepsItsOrderOfKeys) {
  EXPECT_EQ(
      to_json(sample()),
      R"({"schema":"boctach.record/1","id":"một","status":"ok","source":{"path":"a.jsonl","line":3,"byte":120},"raw_field":"text",)"
      R"("title":"Tên \"bài\"","published":null,"byline":null,"outlet":null,)"
      R"("dates":[{"text":"2/12","value":"2021-12-02","anchor":null,"rule":"p/r","also":["p/s"],"start":1,"end":2,"raw_start":3,"raw_end":4}],)"
      R"("people":[{"name":"A","year":5,"titles":["x","y"],"evidence":{"titles":[{"rule":"p/t","start":1,"end":2,"raw_start":3,"raw_end":4},)"
      R"({"rule":"p/u","start":null,"end":null,"raw_start":7,"raw_end":9,"raw_field":"title"}]},)"
      R"("mentions":[{"text":"A","rule":"p/n","experimental":true,"start":1,"end":2,"raw_start":3,"raw_end":4}]}],)"
      R"("rules":"xxh3:0","notes":[{"code":"N1","message":"n"}]})");
}

TEST(RecordJson, SaysWhatWentWrongInsteadOfArrays) {
  Record record = sample();
  record.ok = false;
  record.error = {"E902", "read", "not a JSON object"};
  EXPECT_EQ(
      to_json(record),
      R"({"schema":"boctach.record/1","id":"một","status":"error","source":{"path":"a.jsonl","line":3,"byte":120},)"
      R"("error":{"code":"E902","stage":"read","message":"not a JSON object"},"rules":"xxh3:0","notes":[{"code":"N1","message":"n"}]})");
}

TEST(FileSink, LeavesNothingUnderItsNameUntilItIsFinished) {
  const ScratchFolder folder;
  const std::string path = folder.path() / "out.jsonl";
  {
    const auto sink = make_ndjson_file_sink(path, false);
    sink->write(sample());
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
  const auto sink = make_ndjson_file_sink(path, false);
  sink->write(sample());
  sink->finish();
  EXPECT_EQ(folder.read("out.jsonl"), to_json(sample()) + "\n");
}

TEST(FileSink, WritesOverAFileOnlyByForce) {
  const ScratchFolder folder;
  const std::string path = folder.write("out.jsonl", "old");
  EXPECT_THROW(make_ndjson_file_sink(path, false), OutputError);
  make_ndjson_file_sink(path, true)->finish();
  EXPECT_EQ(folder.read("out.jsonl"), "");
}

TEST(FileSink, SaysWhenTheDiskIsFull) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  std::ofstream full("/dev/full");
  const auto sink = make_ndjson_sink(full);
  EXPECT_THROW(
      {
        sink->write(sample());
        sink->finish();
      },
      OutputError);
}

TEST(ReadableSink, ShowsWhatHoldsSomething) {
  std::ostringstream output;
  const auto sink = make_readable_sink(output, false);
  sink->write(sample());
  sink->finish();
  EXPECT_NE(output.str().find("A  name=A  year=5  titles=x; y"), std::string::npos) << output.str();
  EXPECT_EQ(output.str().find("anchor"), std::string::npos);
}

}  // namespace
}  // namespace boctach
