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
  const SyllableCount count = count_syllables("“Dân vận khéo” ban hành 12/QĐ–UBND: a\u00aeb \xFF");
  EXPECT_EQ(count.words, 7U);
  EXPECT_EQ(count.valid, 4U);
  EXPECT_EQ(count.invalid(), 3U);
}

}  // namespace
}  // namespace boctach
