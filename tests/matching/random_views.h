#ifndef BOCTACH_TESTS_MATCHING_RANDOM_VIEWS_H_
#define BOCTACH_TESTS_MATCHING_RANDOM_VIEWS_H_

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "matching/view.h"
#include "text/unicode.h"

namespace boctach {

// Texts and what is folded in them, as it comes.
class RandomViews : public ::testing::Test {
 protected:
  std::size_t pick(std::size_t below) { return random_() % below; }

  std::string text() {
    static const std::array<std::string_view, 16> pieces{
        "ngày 12/3", "nghiêng nghiêng ngả", " ", " ", ", ", "(", ")", "và", "ng", "\n", "“ở”", "UBND", ". ", "TP.", "…", "! "};
    std::string text;
    for (std::size_t i = 0; i < 40; ++i) text += pieces[pick(pieces.size())];
    return text;
  }

  // Stretches of the text, side by side now and then, as mentions may lie.
  std::vector<Folding> foldings(const View& base) {
    static constexpr char32_t symbol = 0xF0001;
    std::vector<Folding> all;
    std::size_t from = 0;
    while (true) {
      from += pick(3) == 0 ? 0 : pick(30);
      const std::size_t begin = forward(base.text(), 0, from);
      const std::size_t end = forward(base.text(), begin, 1 + pick(9));
      if (begin >= base.text().size() || end > base.text().size()) return all;
      all.push_back({base.clean({begin, end}), all.size(), 0, symbol});
      from = count_code_points(base.text().substr(0, end));
    }
  }

 private:
  std::mt19937 random_{20210409};
};

}  // namespace boctach

#endif  // BOCTACH_TESTS_MATCHING_RANDOM_VIEWS_H_
