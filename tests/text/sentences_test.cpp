#include "text/sentences.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "text/unicode.h"

namespace boctach {
namespace {

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

TEST(Sentences, DoNotEndBehindNumbersOfListsAndDates) {
  EXPECT_EQ(sentences("1. Nội dung thi đua"), (std::vector<std::string>{"1. Nội dung thi đua"}));
  EXPECT_EQ(sentences("Hết năm 2020. Ông về. 30 hộ dân ở lại."),
            (std::vector<std::string>{"Hết năm 2020.", "Ông về.", "30 hộ dân ở lại."}));
  EXPECT_EQ(sentences("ngày 5. 6. 2020 họp").size(), 1U);
}

TEST(Sentences, TakeSymbolsOfTheViewForCapitals) {
  EXPECT_EQ(sentences("Họp xong. \U000F0001 phát biểu.").size(), 2U);
  EXPECT_EQ(sentences("chờ… rồi đi").size(), 1U);
}

TEST(Sentences, CoverAllButWhiteSpace) {
  const std::string text = "  Một. Hai!\n\n  Ba? (Bốn.) Năm\u00a0";
  std::size_t last = 0;
  for (const Span span : split_sentences(text)) {
    for (std::size_t at = last; at < span.begin; at += decode(text, at).size) EXPECT_TRUE(is_space(decode(text, at).code_point));
    last = span.end;
  }
  EXPECT_EQ(text.substr(last), "\u00a0");
}

TEST(Sentences, ParagraphsEndAtBlankLines) {
  EXPECT_EQ(split_paragraphs("a\nb\n\nc\n").size(), 2U);
  EXPECT_EQ(split_lines("a\n\nb").size(), 3U);
}

}  // namespace
}  // namespace boctach
