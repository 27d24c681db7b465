#include "text/syllable.h"

#include <gtest/gtest.h>

#include <string>

namespace boctach {
namespace {

TEST(Syllable, HasAnOnsetARhymeAndOneTone) {
  for (const std::string word :
       {"nghiêng", "Huyện", "uỷ", "ủy", "quốc", "quý", "giờ", "gì", "giết", "yêu", "ỦY", "Đ\u01B0\u1EDDng", "khuya", "ngoằn", "thuở"})
    EXPECT_TRUE(is_syllable(word)) << word;
  for (const std::string word :
       {"", "nh\u00a9n", "m\u00eang", "cạtt", "họat1", "đạọ", "các\u0323", "hàt", "hoct", "bảc", "wí", "fả", "zô", "đ", "ngh"})
    EXPECT_FALSE(is_syllable(word)) << word;
}

TEST(Syllable, IsCountedInWordsThatTell) {
  const SyllableCount count = count_syllables("“Dân vận khéo” ban hành ở 12/QĐ–UBND: a\u00aeb \xFFu \xFF");
  EXPECT_EQ(count.words, 7U);
  EXPECT_EQ(count.valid, 4U);
  EXPECT_EQ(count.invalid(), 3U);
}

TEST(Syllable, IsNotFoundBeforeAQuoteInsideAWord) {
  EXPECT_EQ(count_syllables("b\u00e1\u00bb\u2122 h\u00e1\u00bb\u2021 M\u00e1\u00bb\u2014i").valid, 0U);
  EXPECT_EQ(count_syllables("«Bá» – bá: “hám”").valid, 3U);
}

}  // namespace
}  // namespace boctach
