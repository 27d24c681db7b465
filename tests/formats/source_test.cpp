#include "boctach/source.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "formats/published_field.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

std::vector<Document> read(const std::vector<std::string>& arguments, const std::string& input = "") {
  std::istringstream stream(input);
  const auto source = open_source(arguments, {}, stream);
  std::vector<Document> documents;
  while (auto document = source->next()) documents.push_back(std::move(*document));
  return documents;
}

TEST(Source, WalksADirectoryInByteOrder) {
  const ScratchFolder folder;
  folder.write("b/2.txt", "hai");
  folder.write("a.txt", "một");
  folder.write("c.jsonl", "{\"text\":\"ba\"}\n");
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
  const std::vector<std::string> codes{"", "E901", "E902", "", "E904", "E903", "E902", "E902", "E905", "", "E902", ""};
  ASSERT_EQ(documents.size(), codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    EXPECT_EQ(documents[i].errors.empty() ? "" : documents[i].errors[0].code, codes[i]) << "line " << i + 1;
    EXPECT_EQ(documents[i].origin.line, i + 1);
  }
  EXPECT_EQ(documents[9].buffer.text(), std::string_view("b\0c", 3));
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
