#include "text/unicode.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

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

TEST(Unicode, IsNeverSureOfTextThatNfcWouldChange) {
  // Every code point below U+20000, between letters that marks could join.
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "e";
    append_utf8(text, c);
    text += "\u0323e";
    const std::string_view alone = std::string_view(text).substr(1, text.size() - 4);
    if (surely_nfc(alone)) {
      ASSERT_EQ(to_nfc(text.substr(0, text.size() - 3)), text.substr(0, text.size() - 3)) << std::hex << static_cast<std::uint32_t>(c);
    }
    ASSERT_FALSE(surely_nfc(text));
  }
}

TEST(Unicode, DecodesWhatItEncodes) {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 7) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "\u1ec7";
    append_utf8(text, c);
    ASSERT_EQ(decode(text, 3).code_point, c);
    ASSERT_EQ(decode_before(text, text.size()).code_point, c);
    ASSERT_TRUE(is_valid_utf8(text));
  }
}

TEST(Unicode, SortsVietnameseLettersByCase) {
  for (const char32_t c : U"ĐƯƠĂÂÊÔỆẠ") {
    if (c == 0) continue;
    EXPECT_TRUE(is_upper(c) && is_letter(c) && is_word(c) && !is_lower(c));
  }
  for (const char32_t c : U"đươăâêôệạ") {
    if (c == 0) continue;
    EXPECT_TRUE(is_lower(c) && is_letter(c) && is_word(c) && !is_upper(c));
  }
  EXPECT_TRUE(is_mark(0x309) && is_word(0x309) && !is_letter(0x309));
  EXPECT_TRUE(is_space(0xA0) && is_space(U'\n') && !is_space(0x200B));
  EXPECT_FALSE(is_letter(0xD7) || is_letter(0xF0000) || is_word(U'_'));
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

// A letter that only ICU knows behind each makes it do all of the text.
TEST(Unicode, LowersEveryLetterAsIcuDoes) {
  for (char32_t c = 1; c < 0x3000; ++c) {
    std::string text;
    append_utf8(text, c);
    ASSERT_EQ(to_lower(text + " ") + "\u0101", to_lower(text + " \u0100")) << static_cast<unsigned>(c);
  }
}

TEST(Unicode, LowersWithoutALocale) {
  EXPECT_EQ(to_lower("ĐIỂU I"), "điểu i");
  EXPECT_EQ(to_upper("đường i"), "ĐƯỜNG I");
}

TEST(Unicode, CountsInEveryUnit) {
  EXPECT_EQ(count_code_points("Ré\U0001F600"), 3U);
  EXPECT_EQ(count_utf16_units("Ré\U0001F600"), 4U);
  std::string growing;
  for (std::size_t i = 0; i < 40; ++i) {
    EXPECT_EQ(count_code_points(growing), i) << growing;
    append_utf8(growing, U"aéộ\U0001F600"[i * i % 4]);
  }
  const std::string text = "aộb";
  EXPECT_EQ(forward(text, 0, 2), 4U);
  EXPECT_EQ(back(text, text.size(), 2), 1U);
  EXPECT_EQ(back(text, 1, 9), 0U);
}

}  // namespace
}  // namespace boctach
