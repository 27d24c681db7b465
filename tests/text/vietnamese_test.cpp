#include "text/vietnamese.h"

#include <gtest/gtest.h>

#include <string>

namespace boctach {
namespace {

std::string repeated(const std::string& sentence) {
  std::string text;
  while (text.size() < 2000) text += sentence + " ";
  return text;
}

TEST(Vietnamese, IsKnownByItsOwnLetters) {
  EXPECT_TRUE(may_be_vietnamese(repeated("Sáng qua, xã họp bàn việc sửa con đường ra bến đò trước mùa mưa.")));
  EXPECT_TRUE(may_be_vietnamese(repeated("SÁNG QUA, XÃ HỌP BÀN VIỆC SỬA CON ĐƯỜNG RA BẾN ĐÒ.")));
  EXPECT_FALSE(may_be_vietnamese(repeated(
      "The village met on Monday to talk about the old road that leads down to the ferry and about the market beside it, said Đỗ Hai.")));
  EXPECT_FALSE(may_be_vietnamese(repeated("Le village s'est réuni hier après-midi près du bac à côté du marché.")));
  EXPECT_FALSE(may_be_vietnamese(repeated("Sang qua, xa hop ban viec sua con duong ra ben do truoc mua mua.")));
  EXPECT_FALSE(may_be_vietnamese(repeated("Деревня собралась, чтобы поговорить о дороге.")));
}

TEST(Vietnamese, IsNotDeniedToShortTexts) {
  EXPECT_TRUE(may_be_vietnamese(""));
  EXPECT_TRUE(may_be_vietnamese("Breaking news, 3/4/2020"));
  EXPECT_TRUE(may_be_vietnamese(std::string(5000, '1')));
}

}  // namespace
}  // namespace boctach
