#include "text/plain_letters.h"

#include <gtest/gtest.h>

namespace boctach {
namespace {

TEST(PlainLetters, AreWhatPeopleTypeWithoutAKeyboardOfTheirOwn) {
  EXPECT_EQ(plain_letters("Đà Nẵng, ĐẮK LẮK – Thừa Thiên Huế 2021"), "da nang, dak lak – thua thien hue 2021");
  EXPECT_EQ(plain_letters("ườ ẫ ỗ ỹ đ Ð"), "uo a o y d ð");
  EXPECT_EQ(plain_letters("e\u0302\u0323"), "e");  // decomposed
  EXPECT_EQ(plain_letters(""), "");
}

}  // namespace
}  // namespace boctach
