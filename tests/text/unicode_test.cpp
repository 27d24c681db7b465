#include "text/unicode.h"

#include <gtest/gtest.h>

#include <string>

#include "text/sentences.h"

namespace boctach {
namespace {

TEST(Unicode, GivesUpOnTheLongestBadStretchOnly) {
  EXPECT_EQ(decode("\xE1\xBA", 0).size, 2U);
  EXPECT_EQ(decode("\xE1\xBA\x41", 0).size, 2U);
  EXPECT_EQ(decode("\xC0\x80", 0).size, 1U);
  EXPECT_EQ(decode("\xED\xA0\x80", 0).size, 1U);
  EXPECT_FALSE(decode("\xF4\x90\x80\x80", 0).valid);
  EXPECT_TRUE(decode("\xF4\x8F\xBF\xBF", 0).valid);
  EXPECT_TRUE(is_valid_utf8("Điểu K'Ré"));
  EXPECT_FALSE(is_valid_utf8("a\xFF"));
}

TEST(Unicode, KnowsComposedVietnameseWithoutAsking) {
  EXPECT_TRUE(surely_nfc("Ủy ban nhân dân tỉnh “Đắk Lắk” – 2021…"));
  EXPECT_FALSE(surely_nfc("U\u0309y ban"));
  EXPECT_EQ(to_nfc("U\u0309y ban nh\u00E2\u0323n"), "Ủy ban nhận");
}

TEST(Unicode, FindsTheEdgesOfVietnameseWords) {
  const std::string text = "không có K'Ré 'và'";
  EXPECT_FALSE(is_word_edge(text, text.find("ông")));
  EXPECT_TRUE(is_word_edge(text, text.find("có")));
  EXPECT_FALSE(is_word_edge(text, text.find('\'')));
  EXPECT_TRUE(is_word_edge(text, text.find("và")));
  EXPECT_TRUE(is_word_edge(text, 0));
  EXPECT_TRUE(is_word_edge(text, text.size()));
}

TEST(Unicode, LowersWithoutALocale) {
  EXPECT_EQ(to_lower("ĐIỂU I"), "điểu i");
  EXPECT_EQ(to_upper("đường i"), "ĐƯỜNG I");
}

TEST(Unicode, CountsInEveryUnit) {
  EXPECT_EQ(count_code_points("Ré\U0001F600"), 3U);
  EXPECT_EQ(count_utf16_units("Ré\U0001F600"), 4U);
  const std::string text = "aộb";
  EXPECT_EQ(forward(text, 0, 2), 4U);
  EXPECT_EQ(back(text, text.size(), 2), 1U);
  EXPECT_EQ(back(text, 1, 9), 0U);
}

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> all;
  for (const Span span : split_sentences(text)) all.emplace_back(span.of(text));
  return all;
}

TEST(Sentences, EndBeforeASpaceAndACapital) {
  EXPECT_EQ(sentences("Ông nói: “Phải làm.” Rồi ông về. Hết"), (std::vector<std::string>{"Ông nói: “Phải làm.”", "Rồi ông về.", "Hết"}));
  EXPECT_EQ(sentences("Một dòng\nHai dòng"), (std::vector<std::string>{"Một dòng", "Hai dòng"}));
  EXPECT_EQ(sentences("Tăng 1.200 người, v.v. và nhiều nữa"), (std::vector<std::string>{"Tăng 1.200 người, v.v. và nhiều nữa"}));
}

TEST(Sentences, DoNotEndBehindAbbreviations) {
  EXPECT_EQ(sentences("Ủy viên T.Ư Đảng dự tại TP. Huế cùng Ths. Lê B. Sau đó về.").size(), 1U);
  EXPECT_EQ(sentences("Ông ở TP. Vinh về. Bà ở lại.").size(), 2U);
}

TEST(Sentences, ParagraphsEndAtBlankLines) {
  EXPECT_EQ(split_paragraphs("a\nb\n\nc\n").size(), 2U);
  EXPECT_EQ(split_lines("a\n\nb").size(), 3U);
}

}  // namespace
}  // namespace boctach
