#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "app/program_run.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

// A folder with gold and records of one article.
class GoldTools : public ::testing::Test {
 protected:
  GoldTools() {
    folder_.write("gold/a.gold.json", R"({"id": "a", "dates": [{"text": "ngày 5/9", "value": "2018-09-05"}]})");
    folder_.write("new.jsonl", R"({"id":"a","text":"Hẹn ngày 5/9, rồi 6/7.","dates":[)"
                               R"({"text":"6/7","value":"2018-07-06","rule":"p/short","start":18,"end":21}]})"
                               "\n");
  }
  [[nodiscard]] std::string at(const std::string& name) const { return (folder_.path() / name).string(); }

  ScratchFolder folder_;
};

TEST_F(GoldTools, TakesGoldToToolsAndBack) {
  for (const std::string tool : {"brat", "doccano", "label-studio"}) {
    const std::string out = at(tool + (tool == "brat" ? "" : ".json"));
    EXPECT_EQ(run("gold export --format " + tool + " --gold " + at("gold") + " " + at("new.jsonl") + " -o " + out).code, 0);
    const Ended back = run("gold import --format " + tool + " --into " + at("gold-" + tool) + " " + out);
    EXPECT_EQ(back.code, 0) << back.output;
    const std::string json = folder_.read("gold-" + tool + "/a.gold.json");
    EXPECT_TRUE(has(json, "\"value\": \"2018-09-05\"")) << tool << json;
    EXPECT_FALSE(has(json, "6/7")) << json;
  }
}

TEST_F(GoldTools, MarksWhatTheProgramFoundWhereThereIsNoGold) {
  const Ended ended = run("gold export --format label-studio " + at("new.jsonl"));
  EXPECT_EQ(ended.code, 0);
  EXPECT_TRUE(has(ended.output, "\"predictions\"")) << ended.output;
  EXPECT_TRUE(has(ended.output, R"("start":18,"end":21,"text":"6/7")")) << ended.output;
  EXPECT_EQ(run("gold export --format brat " + at("new.jsonl")).code, 2);
  EXPECT_EQ(run("gold export --format word " + at("new.jsonl")).code, 2);
  folder_.write("new.jsonl", "{\"id\":\"a\"}\n");
  EXPECT_EQ(run("gold export --format doccano " + at("new.jsonl")).code, 3);
}

TEST_F(GoldTools, RewritesTheGoldOfAnArticleWhateverItsFileIsCalled) {
  folder_.write("gold/other.gold.json", R"({"id": "crawl:2", "boilerplate": ["Chia sẻ"]})");
  folder_.write("brat/crawl:2.txt", "Hẹn ngày 5/9.\n");
  folder_.write("brat/crawl:2.ann", "T1\tDate 4 12\tngày 5/9\n");
  const Ended ended = run("gold import --format brat --into " + at("gold") + " " + at("brat"), "2>/dev/null");
  EXPECT_EQ(ended.output, at("gold/other.gold.json") + "\n");
  const std::string json = folder_.read("gold/other.gold.json");
  EXPECT_TRUE(has(json, "ngày 5/9") && has(json, "Chia sẻ")) << json;
  folder_.write("gold/second.gold.json", json);
  const Ended twice = run("eval --gold " + at("gold") + " " + at("new.jsonl"));
  EXPECT_EQ(twice.code, 3);
  EXPECT_TRUE(has(twice.output, "second.gold.json: 'crawl:2' is the article of other.gold.json already")) << twice.output;
}

TEST_F(GoldTools, WritesNotOverMarksOfPeople) {
  const std::string brat = "gold export --format brat " + at("new.jsonl") + " -o " + at("brat");
  EXPECT_EQ(run(brat).code, 0);
  folder_.write("brat/a.ann", "");
  const Ended again = run(brat);
  EXPECT_EQ(again.code, 5);
  EXPECT_TRUE(has(again.output, "brat/a.ann: exists already")) << again.output;
  EXPECT_EQ(folder_.read("brat/a.ann"), "");
  EXPECT_EQ(run(brat + " --force").code, 0);
  EXPECT_TRUE(has(folder_.read("brat/a.ann"), "6/7"));
  EXPECT_EQ(run("gold export --format doccano " + at("new.jsonl") + " -o " + at("new.jsonl")).code, 5);
  EXPECT_TRUE(has(folder_.read("new.jsonl"), "\"rule\"")) << "the records themselves";
}

TEST_F(GoldTools, KeepsTheIdThatNoFileCanBeNamedAfter) {
  folder_.write("new.jsonl", R"({"id":"https://tin.example.vn/a b","text":"năm 2018","dates":[]})"
                             "\n");
  EXPECT_EQ(run("gold export --format brat " + at("new.jsonl") + " -o " + at("brat")).code, 0);
  EXPECT_EQ(run("gold import --format brat --into " + at("into") + " " + at("brat")).code, 0);
  EXPECT_TRUE(has(folder_.read("into/https:__tin.example.vn_a_b.gold.json"), "\"id\": \"https://tin.example.vn/a b\""));
}

}  // namespace
}  // namespace boctach
