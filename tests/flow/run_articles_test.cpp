#include "flow/run_articles.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <utility>
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

Digest content(Document document) {
  ListSource source({std::move(document)});
  RunArticles taken(source, {}, {});
  return taken.next()->content;
}

Document full_article() {
  Document made = article("1", "Tựa\n\nNgày 3/4");
  made.metadata = {"Tựa", "2020-01-02", "Lan", "Báo"};
  made.fields = {{"title", 0, 4}, {"text", 6, 10}};
  made.diagnostics.note("N201", "the field 'day' is no date and was ignored");
  return made;
}

TEST(RunArticles, KnowAnArticleByAllThatItsRecordIsMadeOfButNotByItsPlace) {
  const Digest same = content(full_article());
  Document moved = full_article();
  moved.origin = {"b.jsonl", 12, 3456};
  EXPECT_EQ(content(moved), same);
  const std::vector<std::function<void(Document&)>> changes{
      [](Document& one) { one.id = "2"; },
      [](Document& one) { one.metadata.title = "Tựa "; },
      [](Document& one) { one.metadata.published = "2020-01-03"; },
      [](Document& one) { one.metadata.byline = ""; },
      [](Document& one) { std::swap(one.metadata.byline, one.metadata.outlet); },
      [](Document& one) { one.buffer = TextBuffer("Tựa\n\nNgày 3/5"); },
      [](Document& one) { one.fields[1].name = "body"; },
      [](Document& one) { one.fields[1].begin = 5; },
      [](Document& one) { one.fields[0].size = 3; },
      [](Document& one) { one.fields.pop_back(); },
      [](Document& one) { one.diagnostics = {}; },
      [](Document& one) { one.diagnostics.note("N202", "another article of this run has the same id"); },
      [](Document& one) {
        one.errors.push_back({"E904", "read", "no field holds the text of the article"});
      },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Document changed = full_article();
    changes[i](changed);
    EXPECT_FALSE(content(changed) == same) << "change " << i;
  }
}

TEST(RunArticles, HashWhereArticlesStoodIntoTheInput) {
  Document moved = full_article();
  moved.origin.line = 7;
  ListSource here({full_article()});
  ListSource there({std::move(moved)});
  EXPECT_NE(RunArticles(here, {}, {}).next()->input, RunArticles(there, {}, {}).next()->input);
}

}  // namespace
}  // namespace boctach
