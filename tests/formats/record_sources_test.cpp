#include "formats/record_sources.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "boctach/sink.h"
#include "formats/made_records.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

std::vector<Record> made(unsigned seed, std::size_t count) {
  RecordMaker maker(seed);
  std::vector<Record> records;
  for (std::size_t i = 0; i < count; ++i) records.push_back(maker.make(i));
  return records;
}

std::string lines(const std::vector<Record>& records) {
  std::string all;
  for (const Record& record : records) all += to_json(record) + "\n";
  return all;
}

std::string lines(RecordSource& source) {
  std::string all;
  while (const std::optional<Record> record = source.next()) all += to_json(*record) + "\n";
  return all;
}

void write(const std::vector<Record>& records, const std::string& path, OutputFormat format) {
  const auto sink = make_file_sink(path, {format}, made_labels());
  for (const Record& record : records) sink->write(record);
  sink->finish();
}

TEST(RecordSources, GiveEveryRecordBackByteForByte) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const ScratchFolder folder;
    const std::vector<Record> records = made(seed, 40);
    const std::string json = lines(records);
    const auto ndjson = make_ndjson_record_source(std::make_unique<std::istringstream>(json), "x", made_labels());
    ASSERT_EQ(lines(*ndjson), json) << "seed " << seed;
    write(records, folder.path() / "x.db", OutputFormat::Sqlite);
    ASSERT_TRUE(is_sqlite_file(folder.path() / "x.db"));
    ASSERT_EQ(lines(*make_sqlite_record_source(folder.path() / "x.db")), json) << "seed " << seed;
  }
}

// Records of CSV text, by the standard.
std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      if (quoted && i + 1 < text.size() && text[i + 1] == '"') {
        rows.back().back() += text[i++];
      } else {
        quoted = !quoted;
      }
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      rows.emplace_back(1, "");
      ++i;
    } else {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

// Mentions of an array: how many, the bytes they cover, their texts.
struct Sum {
  std::size_t count = 0;
  std::size_t bytes = 0;
  std::string texts;
  bool operator==(const Sum&) const = default;
};

TEST(CsvSink, KeepsEveryMention) {
  const ScratchFolder folder;
  const std::vector<Record> records = made(11, 400);
  write(records, folder.path() / "x.csv", OutputFormat::Csv);
  std::map<std::string, Sum> wanted;
  for (const Record& record : records) {
    for (const LabelArray& array : record.arrays) {
      for (const Item& item : array.items_found) {
        for (const RecordMention& mention : item.mentions) {
          Sum& sum = wanted[array.array];
          ++sum.count;
          sum.bytes += mention.place.raw_end - mention.place.raw_start;
          sum.texts += mention.text + "|";
        }
      }
    }
  }
  const std::map<std::string, std::string> files{
      {"dates", "dates"}, {"people", "people_mentions"}, {"search", "search__mentions"}, {"bare", "bare"}};
  for (const auto& [array, file] : files) {
    const auto rows = csv_rows(folder.read("x.csv/" + file + ".csv"));
    const auto column = [&](const char* name) {
      return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin());
    };
    Sum sum;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      ASSERT_EQ(rows[i].size(), rows[0].size());
      ++sum.count;
      sum.bytes += std::stoul(rows[i][column("raw_end")]) - std::stoul(rows[i][column("raw_start")]);
      sum.texts += rows[i][column("text")] + "|";
    }
    EXPECT_GT(sum.count, 100U);
    EXPECT_EQ(sum, wanted[array]) << array;
  }
}

std::string refusal(const std::string& line) {
  try {
    record_from_json(line, made_labels(), "x.jsonl:7");
  } catch (const InputError& error) {
    return error.what();
  }
  return "none";
}

TEST(RecordSources, RefuseWhatTheyWouldLose) {
  const std::string begin = R"({"schema":"boctach.record/1","id":"a","status":"ok","source":{"path":"p"},)";
  const std::string end = R"("rules":"r","notes":[]})";
  EXPECT_EQ(refusal(begin + end), "none");
  EXPECT_EQ(refusal(begin + R"("money":[],)" + end),
            "x.jsonl:7: 'money' is of no label of these rules; give those it was made with (--rules)");
  EXPECT_EQ(refusal(begin + R"("bare":[{"text":"x","rule":"r","colour":"red","start":1,"end":2,"raw_start":1,"raw_end":2}],)" + end),
            "x.jsonl:7: 'colour' of 'bare' is no field of these rules; give those it was made with (--rules)");
  EXPECT_EQ(refusal(begin + R"("bare":[{"text":"x","rule":"r","start":1,"raw_start":1,"raw_end":2}],)" + end),
            "x.jsonl:7: 'end' is missing");
  EXPECT_EQ(refusal(begin + R"("bare":{},)" + end), "x.jsonl:7: 'bare' is no list");
  EXPECT_EQ(refusal(begin + R"("people":[{"name":null,"year":"x","titles":[],"evidence":{},"mentions":[]}],)" + end),
            "x.jsonl:7: 'year' is no number");
  EXPECT_EQ(refusal(begin + R"("people":[{"name":null,"year":1,"titles":[],"evidence":[],"mentions":[]}],)" + end),
            "x.jsonl:7: 'evidence' is no object");
  EXPECT_EQ(refusal("[]"), "x.jsonl:7: no record: it is no JSON object");
  EXPECT_EQ(refusal(R"({"id":"a","text":"x"})"), "x.jsonl:7: 'schema' is missing");
  EXPECT_EQ(refusal(R"({"schema":"boctach.record/2"})"), "x.jsonl:7: no record: its 'schema' is not boctach.record/1");
  EXPECT_NE(refusal("{").find("x.jsonl:7"), std::string::npos);
}

TEST(RecordSources, ReadWhatIsCompressedAndSayWhatIsCutOff) {
  const ScratchFolder folder;
  const std::vector<Record> records = made(4, 300);
  for (const OutputCompression compression : {OutputCompression::None, OutputCompression::Gzip, OutputCompression::Zstd}) {
    const std::string path = folder.path() / "x";
    OutputOptions options{OutputFormat::Ndjson, compression};
    options.force = true;
    const auto sink = make_file_sink(path, options, made_labels());
    for (const Record& record : records) sink->write(record);
    sink->finish();
    const auto read = [&] { return lines(*make_ndjson_record_source(open_record_stream(path), "x", made_labels())); };
    EXPECT_EQ(read(), lines(records));
    if (compression == OutputCompression::None) continue;
    const std::string whole = folder.read("x");
    for (const std::size_t size : {whole.size() - 1, whole.size() / 2, std::size_t{20}}) {
      folder.write("x", whole.substr(0, size));
      EXPECT_THROW(read(), InputError) << size;
    }
    // Files may be joined.
    folder.write("x", whole + whole);
    EXPECT_EQ(read(), lines(records) + lines(records));
  }
  EXPECT_THROW(open_record_stream(folder.path() / "none"), InputError);
  // Of a thousand bytes one is left.
  folder.write("x", std::string(4000000, ' ') + "\n" + lines(records));
  for (const std::string program : {"gzip", "xz"}) {
    if (std::system(("command -v " + program + " >/dev/null").c_str()) != 0) continue;
    const std::string packed = std::string(folder.path() / "x.") + program;
    ASSERT_EQ(std::system((program + " -c " + (folder.path() / "x").string() + " >" + packed).c_str()), 0);
    EXPECT_EQ(lines(*make_ndjson_record_source(open_record_stream(packed), "x", made_labels())), lines(records)) << program;
  }
}

TEST(RecordSources, RefuseDatabasesOfOthers) {
  const ScratchFolder folder;
  EXPECT_FALSE(is_sqlite_file(folder.write("a.db", "SQLite")));
  EXPECT_THROW(make_sqlite_record_source(folder.write("b.db", std::string("SQLite format 3\0garbage", 23))), InputError);
  EXPECT_THROW(make_sqlite_record_source(folder.path() / "none.db"), InputError);
}

}  // namespace
}  // namespace boctach
