#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "boctach/record_schema.h"
#include "boctach/sink.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

const std::vector<RecordLabel> dates_and_people{
    {"date", "dates", false, 1, {{"value", "date"}, {"anchor", "string"}}, {}},
    {"person", "people", true, 2, {{"name", "string"}, {"year", "int"}, {"titles", "list"}}, {}}};

Record awkward() {
  Record record;
  record.id = "một";
  record.origin = {"a.jsonl", 3, 120};
  record.title = "Tên \"bài\", hai\ndòng";
  record.byline = "";
  record.outlet = "=HYPERLINK(1)";
  record.rules = "xxh3:0";
  const Place place{true, 1, 2, 3, 4, ""};
  LabelArray dates{"date", "dates", false, {}};
  dates.items_found.push_back(
      {{{"value", std::string("2021-12-02")}, {"anchor", std::monostate()}}, {}, {{"-2/12", "p/r", false, {"p/s", "p/t"}, place}}});
  LabelArray people{"person", "people", true, {}};
  people.items_found.push_back(
      {{{"name", std::string(" Y Ban")}, {"year", std::int64_t{-5}}, {"titles", std::vector<std::string>{"@Bí thư", "Chủ tịch, xã"}}},
       {{"titles", {{"p/u", {false, 0, 0, 7, 9, "title"}}}}},
       {{"Y Ban", "p/n", true, {}, place}}});
  record.arrays = {dates, people};
  return record;
}

Record broken() {
  Record record;
  record.id = "hai";
  record.ok = false;
  record.error = {"E902", "read", "not a JSON object"};
  record.origin = {"b.txt", 0, 0};
  record.duplicate_of = "một";
  record.rules = "xxh3:0";
  return record;
}

void write_both(const std::string& path, const OutputOptions& options) {
  const auto sink = make_file_sink(path, options, dates_and_people);
  sink->write(awkward());
  sink->write(broken());
  sink->finish();
}

TEST(CsvSink, QuotesAsTheStandardSays) {
  const ScratchFolder folder;
  write_both(folder.path() / "r.csv", {OutputFormat::Csv});
  EXPECT_EQ(
      folder.read("r.csv/articles.csv"),
      "article,id,status,path,line,byte,duplicate_of,raw_field,title,published,byline,outlet,error_code,error_stage,error_message,text,"
      "offsets,arrays,rules\r\n"
      "1,một,ok,a.jsonl,3,120,,,\"Tên \"\"bài\"\", hai\ndòng\",,\"\",=HYPERLINK(1),,,,,,,xxh3:0\r\n"
      "2,hai,error,b.txt,,,một,,,,,,E902,read,not a JSON object,,,,xxh3:0\r\n");
  EXPECT_EQ(folder.read("r.csv/dates.csv"),
            "article,item,text,value,anchor,rule,experimental,also,start,end,raw_start,raw_end,raw_field\r\n"
            "1,1,-2/12,2021-12-02,,p/r,0,p/s p/t,1,2,3,4,\r\n");
  EXPECT_EQ(folder.read("r.csv/people.csv"),
            "article,item,name,year,titles\r\n"
            "1,1,\" Y Ban\",-5,\"@Bí thư; Chủ tịch, xã\"\r\n");
  EXPECT_EQ(folder.read("r.csv/people_titles.csv"),
            "article,item,position,value\r\n"
            "1,1,1,@Bí thư\r\n"
            "1,1,2,\"Chủ tịch, xã\"\r\n");
  EXPECT_EQ(folder.read("r.csv/people_mentions.csv"),
            "article,item,mention,text,rule,experimental,also,start,end,raw_start,raw_end,raw_field\r\n"
            "1,1,1,Y Ban,p/n,1,,1,2,3,4,\r\n");
  EXPECT_EQ(folder.read("r.csv/people_evidence.csv"),
            "article,item,position,field,rule,start,end,raw_start,raw_end,raw_field\r\n"
            "1,1,1,titles,p/u,,,7,9,title\r\n");
  EXPECT_EQ(folder.read("r.csv/articles_notes.csv"), "article,position,code,message\r\n");
}

TEST(CsvSink, KeepsSpreadsheetsFromSeeingFormulas) {
  const ScratchFolder folder;
  OutputOptions options{OutputFormat::Csv};
  options.csv_safe = true;
  options.csv_bom = true;
  write_both(folder.path() / "r.csv", options);
  const std::string articles = folder.read("r.csv/articles.csv");
  EXPECT_EQ(articles.substr(0, 10),
            "\xEF\xBB\xBF"
            "article");
  EXPECT_NE(articles.find(",'=HYPERLINK(1),"), std::string::npos) << articles;
  EXPECT_NE(folder.read("r.csv/dates.csv").find("1,1,'-2/12,"), std::string::npos);
  // Numbers are no text.
  EXPECT_NE(folder.read("r.csv/people.csv").find(",-5,\"'@Bí thư; Chủ tịch, xã\""), std::string::npos) << folder.read("r.csv/people.csv");
  Record record;
  for (const char* text : {"+1", "\tx", "\rx", "x=1"}) {
    record.title = text;
    record.rules = record.id = "x";
    const std::string name = std::string("one") + std::to_string(static_cast<int>(text[0])) + ".csv";
    const auto sink = make_file_sink(folder.path() / name, options, dates_and_people);
    sink->write(record);
    sink->finish();
    const bool guarded = folder.read(name + "/articles.csv").find(std::string("'") + text) != std::string::npos;
    EXPECT_EQ(guarded, text[0] != 'x') << text;
  }
}

TEST(CsvSink, LeavesNothingUnderItsNameUntilItIsFinished) {
  const ScratchFolder folder;
  const std::string path = folder.path() / "r.csv";
  {
    const auto sink = make_file_sink(path, {OutputFormat::Csv}, dates_and_people);
    sink->write(awkward());
    EXPECT_FALSE(std::filesystem::exists(path));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(CsvSink, ReplacesOnlyWhatItWroteAndOnlyByForce) {
  const ScratchFolder folder;
  const std::string path = folder.path() / "r.csv";
  OutputOptions options{OutputFormat::Csv};
  write_both(path, options);
  EXPECT_THROW(make_file_sink(path, options, dates_and_people), OutputError);
  folder.write("r.csv/old.csv", "");
  options.force = true;
  write_both(path, options);
  EXPECT_FALSE(std::filesystem::exists(path + "/old.csv"));
  EXPECT_TRUE(std::filesystem::exists(path + "/articles.csv"));
  folder.write("mine/letters.txt", "x");
  EXPECT_THROW(make_file_sink(folder.path() / "mine", options, dates_and_people), OutputError);
  EXPECT_THROW(make_file_sink(folder.write("file", ""), options, dates_and_people), OutputError);
  EXPECT_EQ(folder.read("mine/letters.txt"), "x");
}

TEST(OutputNames, SayWhatIsWritten) {
  EXPECT_EQ(format_of_name("x/records.jsonl"), OutputFormat::Ndjson);
  EXPECT_EQ(format_of_name("records.jsonl.zst"), OutputFormat::Ndjson);
  EXPECT_EQ(format_of_name("records.csv"), OutputFormat::Csv);
  EXPECT_EQ(format_of_name("records.csv/"), OutputFormat::Csv);
  EXPECT_EQ(format_of_name("records.csv.gz"), OutputFormat::Csv);
  EXPECT_EQ(format_of_name("records.sqlite"), OutputFormat::Sqlite);
  EXPECT_EQ(format_of_name("records.db"), OutputFormat::Sqlite);
  EXPECT_EQ(compression_of_name("records.csv.gz"), OutputCompression::Gzip);
  EXPECT_EQ(compression_of_name("records.jsonl.zst"), OutputCompression::Zstd);
  EXPECT_EQ(compression_of_name("records.jsonl"), OutputCompression::None);
}

}  // namespace
}  // namespace boctach
