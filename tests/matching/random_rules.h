#ifndef BOCTACH_TESTS_MATCHING_RANDOM_RULES_H_
#define BOCTACH_TESTS_MATCHING_RANDOM_RULES_H_

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace boctach {

// Expressions and texts over one small stock of words, so that they meet:
// optional parts, nested groups, alternatives that start alike, classes,
// repetitions, either case, letters that fold in odd ways.
class RandomRules {
 public:
  explicit RandomRules(unsigned seed) : engine_(seed) {}

  // An expression that matches at least one character. Each use of `named` puts
  // one group in, with the names g0, g1, ...
  std::string expression(int named) {
    groups_ = 0;
    std::string parts;
    for (std::size_t i = 1 + pick(2); i > 0; --i) parts += part(2) + (chance(2) ? " " : "");
    for (; groups_ < named; ++groups_) parts += "(?P<g" + std::to_string(groups_) + ">" + part(1) + ")";
    // Something that must be there, at the front as often as behind.
    return chance(2) ? atom() + parts : parts + atom();
  }

  std::string text(std::size_t words) {
    std::string result;
    for (std::size_t i = 0; i < words; ++i) {
      if (!result.empty()) result += gaps_[pick(gaps_.size())];
      result += word();
    }
    return result;
  }

  bool chance(std::size_t one_in) { return pick(one_in) == 0; }
  std::size_t pick(std::size_t below) { return static_cast<std::size_t>(engine_() % below); }

 private:
  std::string word() {
    static const std::vector<std::string> odd = {"\u017Fố", "\u212Aế", "STRASSE", "Stra\u00DFe", "\u1E9E", "25/3", "2018", "1", "K'Thịnh"};
    return chance(12) ? odd[pick(odd.size())] : words_[pick(words_.size())];
  }

  // Words as they are, their starts, one character.
  std::string atom() {
    static const std::vector<std::string> classes = {"\\d",  "{{Upper}}", "{{lower}}", "[a-đ]",  "[^ n]",
                                                     "[sk]", "[â-Đăk]",   "\\pL",      "[0-9/-]"};
    switch (pick(5)) {
      case 0:
        return classes[pick(classes.size())];
      case 1:
        return "\\d{1,2}";
      default:
        return words_[pick(words_.size())];
    }
  }

  std::string alternatives(int depth) {
    std::string result = part(depth);
    for (std::size_t i = pick(3); i > 0; --i) result += "|" + (chance(3) ? words_[pick(words_.size())] : part(depth));
    return result;
  }

  std::string part(int depth) {
    static const std::vector<std::string> repeats = {"?", "??", "*", "+", "{1,2}", "{0,3}?", "{2}"};
    if (depth == 0 || chance(3)) return atom();
    const std::string inside = alternatives(depth - 1);
    switch (pick(6)) {
      case 0:
        return "(?i:" + inside + ")";
      case 1:
        return "(?: " + inside + ")? ";
      case 2:
        return "(?:" + inside + ")" + repeats[pick(repeats.size())];
      case 3:
        return "(?:" + inside + " )?";
      default:
        return "(?:" + inside + ")";
    }
  }

  std::mt19937 engine_;
  int groups_ = 0;
  std::vector<std::string> words_ = {"ông",      "Ông",      "không", "bà",      "BÀ",      "bà con", "số",     "SỐ",  "Số", "kế",
                                     "kế hoạch", "Kế hoạch", "đảng",  "Đảng ủy", "đảng bộ", "ủy",     "Ủy",     "ban", "Ba", "ngày",
                                     "Ngày",     "tháng",    "Ă",     "ăn",      "th",      "thứ",    "thứ ba", "năm", "n",  "straße"};
  std::vector<std::string> gaps_ = {" ", " ", " ", "", ", ", ". ", "\n", "\n\n", " – ", "/", "’"};
};

}  // namespace boctach

#endif  // BOCTACH_TESTS_MATCHING_RANDOM_RULES_H_
