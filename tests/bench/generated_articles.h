#ifndef BOCTACH_TESTS_BENCH_GENERATED_ARTICLES_H_
#define BOCTACH_TESTS_BENCH_GENERATED_ARTICLES_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// Articles of as many bytes as wanted, the same for the same seed: syllables of
// Vietnamese drawn so that few are frequent and many are rare, and about every
// 250 bytes a date, a document, a person or a campaign, with numbers and names
// of its own. No two articles are alike, so that no cache is flattered.
class ArticleGenerator {
 public:
  explicit ArticleGenerator(unsigned seed) : random_(seed) {
    for (const std::string_view onset : onsets) {
      for (const std::string_view rhyme : rhymes) syllables_.push_back(std::string(onset) + std::string(rhyme));
    }
    std::shuffle(syllables_.begin(), syllables_.end(), random_);
  }

  // One article, without a line feed at its end.
  std::string next() {
    std::string text = capital(phrase(6 + pick(6)));
    for (std::size_t paragraphs = 3 + pick(10); paragraphs > 0; --paragraphs) {
      text += "\n";
      for (std::size_t sentences = 2 + pick(5); sentences > 0; --sentences) text += (text.back() == '\n' ? "" : " ") + sentence();
    }
    return text;
  }

  // As many syllables.
  std::string phrase(std::size_t words) {
    std::string text;
    for (; words > 0; --words) text += (text.empty() ? "" : " ") + syllable();
    return text;
  }

 private:
  static constexpr std::array<std::string_view, 22> onsets{"",  "b",  "c",  "ch", "d",  "đ", "g", "h", "kh", "l",  "m",
                                                           "n", "nh", "ng", "ph", "qu", "r", "s", "t", "th", "tr", "v"};
  static constexpr std::array<std::string_view, 60> rhymes{
      "a",   "à",   "á",   "ả",   "ạ",  "an", "ang", "anh", "ành",  "ánh",  "ai",  "ại", "ao",   "áo",   "ay",
      "ầy",  "ăn",  "ắng", "ân",  "ấp", "ật", "e",   "em",  "ên",   "ết",   "ệ",   "i",  "ì",    "ích",  "iên",
      "iến", "iệu", "inh", "ính", "o",  "on", "ong", "ọc",  "ô",    "ôi",   "ồng", "ốt", "ơ",    "ơi",   "ớp",
      "u",   "úc",  "ung", "ùng", "ư",  "ứ",  "ưng", "ước", "ương", "ường", "ượt", "uy", "uyên", "uyết", "oan"};
  static constexpr std::array<std::string_view, 12> surnames{"Nguyễn", "Trần", "Lê",  "Phạm", "Hoàng", "Phan",
                                                             "Vũ",     "Đặng", "Bùi", "Đỗ",   "Hồ",    "Ngô"};

  std::size_t pick(std::size_t below) { return static_cast<std::size_t>(random_() % below); }
  std::string number(std::size_t from, std::size_t to) { return std::to_string(from + pick(to - from + 1)); }

  // The first ranks come by far the most often.
  const std::string& syllable() {
    const double u = static_cast<double>(random_() % 1000000) / 1000000.0;
    return syllables_[static_cast<std::size_t>(u * u * u * static_cast<double>(syllables_.size()))];
  }

  static std::string capital(std::string text) {
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }

  std::string name() {
    return std::string(surnames[pick(surnames.size())]) + " " + capital("v" + syllable()) + " " + capital("h" + syllable());
  }

  std::string mention() {
    const std::string day = number(1, 28);
    const std::string month = number(1, 12);
    const std::string year = number(2005, 2024);
    switch (pick(10)) {
      case 0:
        return "ngày " + day + "/" + month + "/" + year;
      case 1:
        return "sáng " + day + "/" + month;
      case 2:
        return "năm " + year;
      case 3:
        return "giai đoạn " + year + "-" + std::to_string(2025 + pick(6));
      case 4:
        return "Quyết định số " + number(1, 4000) + "/QĐ-UBND";
      case 5:
        return "Nghị định số " + number(1, 200) + "/" + year + "/NĐ-CP của Chính phủ";
      case 6:
        return "Chỉ thị " + number(1, 60) + "-CT/TW";
      case 7:
        return "ông " + name();
      case 8:
        return "Bí thư Huyện ủy " + name();
      default:
        return "phong trào thi đua “" + capital("t" + syllable()) + " " + phrase(2) + "”";
    }
  }

  std::string sentence() {
    std::string text = capital(syllable()) + " " + phrase(18 + pick(25));
    text += (pick(3) == 0 ? ", " : " ") + mention() + " " + phrase(10 + pick(20));
    return text + ".";
  }

  std::mt19937 random_;
  std::vector<std::string> syllables_;
};

}  // namespace boctach

#endif  // BOCTACH_TESTS_BENCH_GENERATED_ARTICLES_H_
