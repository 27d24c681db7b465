#include "text/fold.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "text/fold_scan.h"

namespace boctach {
namespace {

struct Case {
  std::string in;
  std::string out;
};

TEST(FoldView, WritesTypographyInOneWay) {
  const Case cases[] = {
      {"phong trào \"Dân vận khéo\u201D", "phong trào “Dân vận khéo”"},
      {"(\u201DNghe dân nói\u201C)", "(“Nghe dân nói”)"},
      {"'Tết sum vầy'", "“Tết sum vầy”"},
      {"Điểu K\u2019Ré, H\u02BCHen Niê", "Điểu K'Ré, H'Hen Niê"},
      {"2016 \u2013 2020", "2016 - 2020"},
      {"hoà, khoá, thuỷ, uý, loè", "hòa, khóa, thủy, úy, lòe"},
      {"quý, quỹ, hoàn, toán, thuyết", "quý, quỹ, hoàn, toán, thuyết"},
      {"HOÀ, UỶ", "HÒA, ỦY"},
      {"Ðiều 5, ðường", "Điều 5, đường"},
      {"một\u00a0 hai", "một hai"},
      {"riêng \uE000 \U000F0001", "riêng \uFFFD \uFFFD"},
  };
  for (const Case& c : cases) EXPECT_EQ(fold_view(c.in), c.out);
}

TEST(FoldView, TakesSpacesOutOfDocumentCodes) {
  const Case cases[] = {
      {"Nghị định 116 / 2020 / NĐ \u2013 CP của", "Nghị định 116/2020/NĐ-CP của"},
      {"Chỉ thị 40 \u2013 CT/TW ngày", "Chỉ thị 40-CT/TW ngày"},
      {"số 1206 /QĐ-HVTC", "số 1206/QĐ-HVTC"},
      {"Quyết định 34/2018/QĐ \u2013TTg", "Quyết định 34/2018/QĐ-TTg"},
      {"năm 2021 - Top 10", "năm 2021 - Top 10"},
      {"sáng 11/7 - Hà Nội", "sáng 11/7 - Hà Nội"},
      {"tháng 11/2017 - UBND tỉnh", "tháng 11/2017 - UBND tỉnh"},
      {"giai đoạn 2016 - 2020", "giai đoạn 2016 - 2020"},
      {"quận 9 - TP. HCM", "quận 9 - TP. HCM"},
      {"NGHỊ QUYẾT 18-NQ/TW - MỘT BƯỚC MỚI", "NGHỊ QUYẾT 18-NQ/TW - MỘT BƯỚC MỚI"},
      {"58 / 2020 - N1 / 2020 - N2", "58 / 2020 - N1 / 2020 - N2"},
      {"58 - 2020 - N / 2020", "58 - 2020 - N / 2020"},
      {"ngày 20/11/2020 - UBND tỉnh", "ngày 20/11/2020 - UBND tỉnh"},
      {"12 / QyÐ - TW", "12/QyĐ-TW"},
      {"949 - KL / TU.", "949-KL/TU."},
      {"16 / NQ - T.Ư. Ông", "16/NQ-T.Ư. Ông"},
      {"52 /KH - TW.Ông", "52/KH-TW.Ông"},
      {"30c / NQ - CP", "30c/NQ-CP"},
      {"08.1 / HD - BTG&TT", "08.1/HD-BTG&TT"},
      {"123456 / NQ - CP", "123456 / NQ - CP"},
      {"38 / 2005 - CT - TTg", "38 / 2005 - CT - TTg"},
  };
  for (const Case& c : cases) EXPECT_EQ(fold_view(c.in), c.out);
}

TEST(FoldView, ChangesNothingTheSecondTime) {
  for (const std::string text : {"“a” \"b\" 'c' K'Ré", "116 / 2020 / NĐ - CP 12 / 5", "hoà uỷ quý", "\" \" ''"}) {
    const std::string once = fold_view(text);
    EXPECT_EQ(fold_view(once), once);
  }
}

TEST(FoldView, ChangesNoRandomTextTheSecondTime) {
  const std::string_view stretches[] = {"12",     "2020", "/",   "-",      "\u2013", " ",      "  ",  "\u00a0", "\n", "NĐ",
                                        "CP",     "TTg",  "QyÐ", "Ð",      "ð",      ".",      "a",   "oà",     "uỷ", "q",
                                        "HOÀ",    "\"",   "'",   "\u2019", "\u201c", "\u201d", "(",   ",",      "&",  "T.Ư",
                                        "\uE000", "c",    "kì",  "lí",     "sĩ",     "tỉ",     "quí", "\u1680", "ở",  "\u3000"};
  std::mt19937 random(1930);
  for (int round = 0; round < 100000; ++round) {
    std::string text;
    for (std::size_t left = random() % 18; left > 0; --left) text += stretches[random() % std::size(stretches)];
    const std::string once = fold_view(text);
    ASSERT_EQ(fold_view(once), once) << "from " << text;
    const std::size_t stays = find_foldable(text, 0);
    ASSERT_LE(stays, text.size());
    ASSERT_EQ(once.substr(0, stays), text.substr(0, stays)) << "passed over in " << text;
  }
}

TEST(FoldView, MapsACodeToAllItsSpaces) {
  const std::string text = "theo 116 / NĐ \u2013 CP của";
  TextEditor editor(text);
  fold_view(editor);
  const auto [view, map] = std::move(editor).finish();
  const std::size_t at = view.find("116/NĐ-CP");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(map.source({at, at + std::string_view("116/NĐ-CP").size()}).of(text), "116 / NĐ \u2013 CP");
}

TEST(FoldKey, ForgetsCaseQuotesAndEndPunctuation) {
  EXPECT_EQ(fold_key(" “Dân vận  khéo”, "), fold_key("dân vận khéo"));
  EXPECT_EQ(fold_key("Hoà Bình"), "hòa bình");
  EXPECT_EQ(fold_key("..."), "...");
}

}  // namespace
}  // namespace boctach
