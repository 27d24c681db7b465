#ifndef BOCTACH_TESTS_BENCH_ARTICLES_H_
#define BOCTACH_TESTS_BENCH_ARTICLES_H_

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace boctach {

inline void add_paragraphs(const std::filesystem::path& file, std::vector<std::string>& paragraphs) {
  std::ifstream stream(file, std::ios::binary);
  for (std::string line; std::getline(stream, line);) {
    if (line.size() > 40) paragraphs.push_back(line);
  }
}

// Articles made of the paragraphs of samples/articles, in any order, their long
// numbers changed, and as many of narrative.txt, which names hardly anything:
// about as dense with dates, documents and names as the news are.
inline std::vector<std::string> bench_articles(int count) {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(BOCTACH_SOURCE_DIR) / "samples/articles")) {
    // The others are there for their bytes.
    if (file.path().extension() == ".txt" && file.path().filename().string().rfind("09", 0) != 0) files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> paragraphs;
  for (const auto& file : files) add_paragraphs(file, paragraphs);
  std::vector<std::string> narrative;
  add_paragraphs(std::filesystem::path(BOCTACH_SOURCE_DIR) / "tests/bench/narrative.txt", narrative);
  std::mt19937 random(20210409);
  std::vector<std::string> articles;
  for (int i = 0; i < count; ++i) {
    std::string article;
    for (std::size_t n = 6 + random() % 12; n > 0; --n) {
      const std::vector<std::string>& from = random() % 2 == 0 ? paragraphs : narrative;
      article += from[random() % from.size()] + "\n";
    }
    for (std::size_t at = 2; at + 1 < article.size(); ++at) {
      const auto is_digit = [&](std::size_t place) { return article[place] >= '0' && article[place] <= '9'; };
      if (is_digit(at) && is_digit(at - 1) && is_digit(at - 2)) article[at] = static_cast<char>('0' + random() % 10);
    }
    articles.push_back(article);
  }
  return articles;
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_BENCH_ARTICLES_H_
