#include "boctach/source.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <sstream>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "formats/published_field.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

std::vector<Document> read(const std::vector<std::string>& arguments, const std::string& input = "", const SourceOptions& options = {}) {
  std::istringstream stream(input);
  const auto source = open_source(arguments, options, stream);
  std::vector<Document> documents;
  while (auto document = source->next()) documents.push_back(std::move(*document));
  return documents;
}

TEST(Source, WalksADirectoryInByteOrder) {
  const ScratchFolder folder;
  folder.write("b/2.txt", "hai");
  folder.write("a.txt", "một");
  folder.write("c.JSONL", "{\"text\":\"ba\"}\n");
  folder.write(".hidden.txt", "x");
  folder.write("picture.png", "x");
  const auto documents = read({folder.path()});
  ASSERT_EQ(documents.size(), 3U);
  EXPECT_EQ(documents[0].id, "a");
  EXPECT_EQ(documents[1].id, "b/2");
  EXPECT_EQ(documents[1].origin.path, "b/2.txt");
  EXPECT_EQ(documents[2].id, "c:1");
}

TEST(Source, SaysWhichInputIsMissing) {
  try {
    read({"/no/such/file.txt"});
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(std::string(error.what()), "/no/such/file.txt: No such file or directory");
  }
}

TEST(Source, ReadsStandardInputAsTextOrNdjson) {
  EXPECT_EQ(read({"-"}, "Một bài.")[0].buffer.text(), "Một bài.");
  const auto documents = read({"-"}, "\n{\"id\":\"x\",\"text\":\"a\"}\n{\"id\":\"y\",\"text\":\"b\"}");
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[1].id, "y");
}

TEST(Source, JoinsTitleAndBodyAndKnowsWhereTheyLie) {
  const auto documents =
      read({"-"}, "{\"url\":\"u\",\"title\":\"T\\u00ean\",\"content\":\"Thân\",\"date\":\"12/3/2018\",\"author\":\"A\"}");
  ASSERT_EQ(documents.size(), 1U);
  const Document& document = documents[0];
  EXPECT_EQ(document.id, "u");
  EXPECT_EQ(document.buffer.text(), "Tên\n\nThân");
  EXPECT_EQ(document.metadata.title, "Tên");
  EXPECT_EQ(document.metadata.published, "2018-03-12");
  ASSERT_EQ(document.fields.size(), 2U);
  EXPECT_EQ(document.fields[1].name, "content");
  EXPECT_EQ(document.fields[1].begin, 6U);
}

TEST(Source, WritesTheTitleOnceIfTheBodyBeginsWithIt) {
  EXPECT_EQ(read({"-"}, "{\"title\":\"Tên\",\"text\":\"Tên\\nThân\"}")[0].buffer.text(), "Tên\nThân");
}

TEST(Source, GivesAnErrorForEveryBadLineAndGoesOn) {
  const ScratchFolder folder;
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += '[';
  const std::string long_line = "{\"text\":\"" + std::string(std::size_t{17} << 20, 'a') + "\"}";
  const std::string file = folder.write(
      "x.jsonl", "\xEF\xBB\xBF{\"text\":\"a\"}\n\nnot json\n{\"body\":5}\n{\"other\":\"a\"}\n{\"text\":\"\xFF\"}\n{\"a\":" + deep +
                     "\n[1]\n" + long_line + "\n{\"text\":\"b\\u0000c\"}\n{\"text\":\"d\"} x\n{\"text\":\"\"}");
  const auto documents = read({file});
  const std::vector<std::string> codes{"", "E901", "E902", "", "E904", "E903", "E908", "E902", "E906", "", "E902", ""};
  ASSERT_EQ(documents.size(), codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    EXPECT_EQ(documents[i].errors.empty() ? "" : documents[i].errors[0].code, codes[i]) << "line " << i + 1;
    EXPECT_EQ(documents[i].origin.line, i + 1);
  }
  EXPECT_EQ(documents[9].buffer.text(), std::string_view("b\0c", 3));
}

// The codes of all articles, "" for one without an error.
std::vector<std::string> codes(const std::vector<Document>& documents) {
  std::vector<std::string> all;
  for (const Document& document : documents) all.push_back(document.errors.empty() ? "" : document.errors.front().code);
  return all;
}

using Codes = std::vector<std::string>;

TEST(SourceLimits, HoldTheBytesOfAnArticle) {
  const ScratchFolder folder;
  SourceOptions options;
  options.limits.article = 100;
  for (const std::size_t size : {99U, 100U, 101U}) {
    const Codes expected{size > 100 ? "E906" : ""};
    const std::string text(size, 'a');
    EXPECT_EQ(codes(read({folder.write("x.txt", text)}, "", options)), expected) << size;
    EXPECT_EQ(codes(read({"-"}, "{\"text\":\"" + text + "\"}", options)), expected) << size;
    EXPECT_EQ(codes(read({"-"}, "{\"title\":\"" + text.substr(40) + "\",\"text\":\"" + text.substr(0, 40) + "\"}", options)), expected)
        << size;
    EXPECT_EQ(codes(read({folder.write("x.csv", "text\n\"" + text + "\"\n")}, "", options)), expected) << size;
  }
}

TEST(SourceLimits, HoldTheBytesOfALineAndGoOnBehindIt) {
  const ScratchFolder folder;
  SourceOptions options;
  options.limits.line = 200;
  for (const std::size_t size : {199U, 200U, 201U, 100000U}) {
    const Codes expected{size > 200 ? "E905" : "", ""};
    const std::string line = "{\"text\":\"" + std::string(size - 11, 'a') + "\"}";
    for (const std::string end : {"\n", "\n\n"}) {
      const auto documents = read({"-"}, line + "\n{\"text\":\"b\"}", options);
      EXPECT_EQ(codes(documents), expected) << size;
      EXPECT_EQ(documents[1].origin.byte, size + 1);
    }
    for (const std::string end : {"\n", "\r\n"}) {
      const std::string row = "1," + std::string(size - 2, 'a') + end;
      const std::string quoted = "1,\"" + std::string(size - 4, 'a') + "\"" + end;
      EXPECT_EQ(codes(read({folder.write("x.csv", "id,text\n" + row + "2,b" + end)}, "", options)), expected) << size;
      EXPECT_EQ(codes(read({folder.write("x.csv", "id,text\n" + quoted + "2,b")}, "", options)), expected) << size;
      EXPECT_EQ(codes(read({folder.write("x.csv", "id,text\n2,b\n1," + std::string(size - 2, 'a'))}, "", options)),
                (Codes{"", expected[0]}))
          << size;
    }
  }
}

TEST(SourceLimits, HoldTheDepthOfJson) {
  SourceOptions options;
  for (const std::size_t depth : {63U, 64U, 65U}) {
    const std::string nested = std::string(depth - 1, '[') + std::string(depth - 1, ']');
    const std::string line = "{\"other\":" + nested + ",\"text\":\"[[[\\\"[[[ " + std::string(100, '{') + "\"}";
    EXPECT_EQ(codes(read({"-"}, line, options)), Codes{depth > 64 ? "E908" : ""}) << depth;
  }
}

TEST(Source, ReadsRowsAsTheStandardSays) {
  const ScratchFolder folder;
  const auto documents = read(
      {folder.write("x.csv",
                    "\xEF\xBB\xBF"
                    "id,title,text\r\n1,T,\"a, \"\"b\"\"\r\nc\"\r\n\r\n2,,\"\"\r\n3,x\n\"4\",T,\"d\"e\n5,\"\",f 6\"\n6,g,\"h\n7,i,j")});
  EXPECT_EQ(codes(documents), (Codes{"", "", "E922", "E921", "", "E920", ""}));
  EXPECT_EQ(documents[0].buffer.text(), "T\n\na, \"b\"\r\nc");
  EXPECT_EQ(documents[0].id, "1");
  EXPECT_EQ(documents[2].id, "x:6");
  EXPECT_EQ(documents[2].origin.line, 6U);
  EXPECT_EQ(documents[4].buffer.text(), "f 6\"");
  EXPECT_EQ(documents[5].origin.line, 9U);
  EXPECT_EQ(documents[6].id, "7");
}

TEST(Source, TakesFieldsByTheNamesItIsGiven) {
  const ScratchFolder folder;
  SourceOptions options;
  options.names.id = {"key"};
  options.names.text = {"words"};
  const auto documents = read({folder.write("x.tsv", "words\tkey\ttext\nmột, hai\ta\tb\n")}, "", options);
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].id, "a");
  EXPECT_EQ(documents[0].buffer.text(), "một, hai");
}

// Nothing is not an empty text, as in JSON.
TEST(Source, TakesNullForNotThere) {
  const ScratchFolder folder;
  const std::string path = folder.path() / "x.db";
  sqlite3* database = nullptr;
  sqlite3_open(path.c_str(), &database);
  sqlite3_exec(database, "CREATE TABLE a(title, text); INSERT INTO a VALUES(NULL, 'x'), ('T', NULL), (NULL, NULL), (NULL, '')", nullptr,
               nullptr, nullptr);
  sqlite3_close(database);
  SourceOptions options;
  options.table = "a";
  EXPECT_EQ(codes(read({path}, "", options)), (Codes{"", "", "E904", ""}));
}

TEST(Source, SaysWhichColumnATableLacks) {
  const ScratchFolder folder;
  SourceOptions options;
  options.columns = {"words", "key"};
  options.names.text = {"words"};
  const auto documents = read({folder.write("x.csv", "id,words\n1,a\n"), folder.write("y.csv", "key,words\n1,a\n"),
                               folder.write("z.jsonl", "{\"words\":\"b\"}\n"), folder.write("cr.csv", "key,words\r1,a\r")},
                              "", options);
  EXPECT_EQ(codes(documents), (Codes{"E923", "", "", "E924"}));
  EXPECT_EQ(documents[0].errors[0].message, "the table has no column 'key'; it has id, words");
}

TEST(Source, CallsFilesOfAListByTheirWholePath) {
  const ScratchFolder folder;
  const std::string first = folder.write("a/x.txt", "a");
  const std::string second = folder.write("b/x.jsonl", "{\"text\":\"b\"}\n");
  std::istringstream list(first + "\r\n\r\n" + second + "\n/no/such.txt\n");
  const auto source = open_listed_source("-", '\n', {}, list);
  std::vector<Document> documents;
  while (auto document = source->next()) documents.push_back(std::move(*document));
  EXPECT_EQ(codes(documents), (Codes{"", "", "E940"}));
  EXPECT_EQ("/" + documents[0].id, first.substr(0, first.size() - 4));
  EXPECT_EQ("/" + documents[1].origin.path, second);
  EXPECT_EQ(documents[2].id, "no/such");
  EXPECT_THROW(open_listed_source(folder.path(), '\n', {}, list), InputError);
}

TEST(Source, ReadsNoMoreOfAnInputThanItNeeds) {
  // Endless, but for what was asked of it.
  class Endless final : public std::streambuf {
   public:
    std::size_t blocks = 0;

   protected:
    int_type underflow() override {
      ++blocks;
      block_.assign(1000, 'a');
      setg(block_.data(), block_.data(), block_.data() + block_.size());
      return 'a';
    }

   private:
    std::string block_;
  };
  Endless bytes;
  std::istream input(&bytes);
  SourceOptions options;
  options.limits.article = 1 << 20;
  EXPECT_EQ(open_source({"-"}, options, input)->next()->errors.front().code, "E906");
  EXPECT_LT(bytes.blocks, 2000U);
}

TEST(PublishedField, ReadsWhatCrawlersWrite) {
  EXPECT_EQ(read_published("2021-12-03"), "2021-12-03");
  EXPECT_EQ(read_published("2021-12-03T20:59:01+07:00"), "2021-12-03T20:59:01");
  EXPECT_EQ(read_published("2021-12-03 20:59"), "2021-12-03T20:59");
  EXPECT_EQ(read_published("3/12/2021"), "2021-12-03");
  EXPECT_EQ(read_published("31/6/2021"), std::nullopt);
  EXPECT_EQ(read_published("hôm qua"), std::nullopt);
  EXPECT_EQ(read_published(""), std::nullopt);
  EXPECT_EQ(read_published("2021-12-03x"), std::nullopt);
}

}  // namespace
}  // namespace boctach
