#include "flow/run_articles.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "flow/article_list.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

std::deque<Document> articles(std::size_t count) {
  std::deque<Document> documents;
  for (std::size_t i = 0; i < count; ++i) documents.push_back(article(std::to_string(i), "bài " + std::to_string(i)));
  return documents;
}

std::vector<std::string> ids(const ArticleChoice& choice, std::size_t count, std::size_t* skipped = nullptr) {
  ListSource source(articles(count));
  RunArticles taken(source, choice, {});
  std::vector<std::string> all;
  while (auto article = taken.next()) all.push_back(article->document.id);
  if (skipped != nullptr) *skipped = taken.skipped();
  return all;
}

TEST(RunArticles, TakeTheFirstOnesOfALimit) {
  ArticleChoice choice;
  choice.limit = 3;
  EXPECT_EQ(ids(choice, 10), (std::vector<std::string>{"0", "1", "2"}));
  EXPECT_EQ(ids(choice, 2).size(), 2U);
  choice.limit = 0;
  EXPECT_TRUE(ids(choice, 10).empty());
}

TEST(RunArticles, DrawTheSameSampleForTheSameSeedInTheOrderOfTheSource) {
  ArticleChoice choice;
  choice.sample = 20;
  choice.seed = 4;
  std::size_t skipped = 0;
  const std::vector<std::string> once = ids(choice, 500, &skipped);
  EXPECT_EQ(once.size(), 20U);
  EXPECT_EQ(skipped, 480U);
  EXPECT_EQ(ids(choice, 500), once);
  EXPECT_TRUE(std::is_sorted(once.begin(), once.end(), [](const auto& a, const auto& b) { return std::stoi(a) < std::stoi(b); }));
  EXPECT_GT(std::stoi(once.back()), 250) << "not only the first ones";
  choice.seed = 5;
  EXPECT_NE(ids(choice, 500), once);
  EXPECT_EQ(ids(choice, 7).size(), 7U);
}

TEST(RunArticles, NoteTheFirstArticleWithTheSameText) {
  const ScratchFolder folder;
  std::deque<Document> documents;
  for (const char* id : {"a", "b", "c", "d"}) documents.push_back(article(id, std::string(id) == "c" ? "khác" : "giống"));
  documents.push_back(article("e", ""));
  documents.push_back(article("f", ""));
  ListSource source(std::move(documents));
  ArticleChoice choice;
  choice.dedupe = true;
  choice.directory = folder.path();
  RunArticles taken(source, choice, {});
  std::vector<std::string> firsts;
  while (auto article = taken.next()) firsts.push_back(article->duplicate_of.value_or("-"));
  EXPECT_EQ(firsts, (std::vector<std::string>{"-", "a", "-", "a", "-", "-"}));
}

std::uint64_t input_of(std::deque<Document> documents) {
  ListSource source(std::move(documents));
  RunArticles taken(source, {}, {});
  std::uint64_t input = 0;
  while (auto article = taken.next()) input = article->input;
  return input;
}

TEST(RunArticles, KnowTheirInputAgainAndAnotherOneToo) {
  EXPECT_EQ(input_of(articles(5)), input_of(articles(5)));
  std::deque<Document> changed = articles(5);
  changed[1] = article("1", "bài khác");
  EXPECT_NE(input_of(changed), input_of(articles(5)));
  changed = articles(5);
  std::swap(changed[1], changed[2]);
  EXPECT_NE(input_of(changed), input_of(articles(5)));
  changed = articles(5);
  changed[4].metadata.published = "2020-01-02";
  EXPECT_NE(input_of(changed), input_of(articles(5)));
}

}  // namespace
}  // namespace boctach
