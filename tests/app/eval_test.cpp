#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "app/program_run.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

const std::string gold = R"({"id": "a", "dates": [{"text": "ngày 5/9", "value": "2018-09-05"}, {"text": "quý II", "value": "2018-Q2"}]})";
const std::string record =
    R"({"id":"a","text":"Hẹn ngày 5/9, rồi 6/7.","dates":[{"text":"ngày 5/9","value":"2018-09-05","rule":"p/day","start":4,"end":12},)"
    R"({"text":"6/7","value":"2018-07-06","rule":"p/short","start":18,"end":21}]})"
    "\n";
const std::string old_record = R"({"id":"a","text":"Hẹn ngày 5/9, rồi 6/7.","dates":[]})"
                               "\n";

// A folder with gold, new and old records.
class Eval : public ::testing::Test {
 protected:
  Eval() {
    folder_.write("gold/a.gold.json", gold);
    folder_.write("new.jsonl", record);
    folder_.write("old.jsonl", old_record);
  }
  [[nodiscard]] std::string at(const std::string& name) const { return (folder_.path() / name).string(); }
  [[nodiscard]] std::string eval() const { return "eval --gold " + at("gold") + " " + at("new.jsonl"); }

  ScratchFolder folder_;
};

TEST_F(Eval, PrintsRowsRulesAndErrorsWithTheirLine) {
  const Ended ended = run(eval());
  EXPECT_EQ(ended.code, 0) << ended.output;
  EXPECT_TRUE(has(ended.output, "dates: text and value             1      1      1   0.500   0.500   0.500")) << ended.output;
  EXPECT_TRUE(has(ended.output, "dates: strict span                1      1      1")) << ended.output;
  EXPECT_TRUE(has(ended.output, "  p/day                           1      0      1   1.000   0.500   0.667")) << ended.output;
  EXPECT_TRUE(has(ended.output, "a  dates: text and value  extra  6/7  found 2018-07-06\n    by p/short\n    Hẹn ngày 5/9, rồi ⟦6/7⟧.\n"))
      << ended.output;
  EXPECT_TRUE(has(ended.output, "a  dates: text and value  missed  quý II  wanted 2018-Q2\n")) << ended.output;
}

TEST_F(Eval, FailsUnderABound) {
  EXPECT_EQ(run(eval() + " --fail-under 0.5").code, 0);
  const Ended ended = run(eval() + " --fail-under 0.51");
  EXPECT_EQ(ended.code, 1);
  EXPECT_TRUE(has(ended.output, "F1 of dates: text and value is 0.5")) << ended.output;
  EXPECT_EQ(run(eval() + " --fail-under 'dates: text=0.6'").code, 1);
  EXPECT_EQ(run(eval() + " --fail-under 'dates: txt=0.1'").code, 2);
  EXPECT_EQ(run(eval() + " --fail-under 95").code, 2);
}

TEST_F(Eval, TellsWhatChangedSinceABaselineAndByWhichRule) {
  const Ended ended = run(eval() + " --baseline " + at("old.jsonl"));
  EXPECT_EQ(ended.code, 0);
  EXPECT_TRUE(has(ended.output, "dates: text and value         F1 0.000 -> 0.500")) << ended.output;
  EXPECT_TRUE(has(ended.output, "+ a  dates: text and value  ngày 5/9: ")) << ended.output;
  EXPECT_TRUE(has(ended.output, "    now by p/day\n")) << ended.output;
  EXPECT_TRUE(has(ended.output, "- a  dates: text and value  6/7: nothing -> extra  found 2018-07-06\n    now by p/short\n"))
      << ended.output;
  EXPECT_TRUE(has(ended.output, "gained 1, lost 1, changed 0")) << ended.output;
}

TEST_F(Eval, WritesJsonAndReadsStandardInput) {
  const Ended ended = run_line("cat " + at("new.jsonl") + " | " BOCTACH_PROGRAM " eval --json --gold " + at("gold") + " -");
  EXPECT_EQ(ended.code, 0);
  EXPECT_TRUE(has(ended.output, R"("dates: text and value":{"tp":1,"fp":1,"fn":1,"precision":0.5,"recall":0.5,"f1":0.5})")) << ended.output;
  EXPECT_TRUE(has(ended.output, R"("verdict":"extra","item":"6/7")")) << ended.output;
}

TEST_F(Eval, BoundsTheErrorsUnlessAllAreAsked) {
  std::string many = R"({"id":"a","dates":[)";
  for (int i = 0; i < 30; ++i)
    many += std::string(i == 0 ? "" : ",") + R"({"text":"năm )" + std::to_string(1990 + i) + R"(","rule":"p/y"})";
  folder_.write("new.jsonl", many + "]}\n");
  EXPECT_TRUE(has(run(eval()).output, "and 12 more errors")) << run(eval()).output;
  EXPECT_FALSE(has(run(eval() + " --errors").output, "more errors"));
}

TEST_F(Eval, SaysWhatCannotBeRead) {
  EXPECT_EQ(run("eval " + at("new.jsonl")).code, 2);
  EXPECT_EQ(run("eval --gold " + at("gold")).code, 2);
  EXPECT_EQ(run("eval --gold " + at("nowhere") + " " + at("new.jsonl")).code, 3);
  EXPECT_EQ(run("eval --gold " + at("gold") + " " + at("gone.jsonl")).code, 3);
  folder_.write("new.jsonl", record + "{\"id\":\n");
  const Ended ended = run(eval());
  EXPECT_EQ(ended.code, 3);
  EXPECT_TRUE(has(ended.output, "new.jsonl:2")) << ended.output;
}

}  // namespace
}  // namespace boctach
