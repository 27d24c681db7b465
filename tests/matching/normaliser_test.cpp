#include "matching/normaliser.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace boctach {
namespace {

std::string normalise(std::string_view name, std::string_view text) { return find_normaliser(name)(text); }

TEST(Normaliser, ReadsRomanNumeralsOnlyInTheirOneForm) {
  EXPECT_EQ(parse_roman("XIII"), 13);
  EXPECT_EQ(parse_roman("iv"), 4);
  EXPECT_EQ(parse_roman("XX"), 20);
  EXPECT_FALSE(parse_roman("IIII"));
  EXPECT_FALSE(parse_roman("VX"));
  EXPECT_FALSE(parse_roman(""));
  EXPECT_FALSE(parse_roman("XII2"));
}

TEST(Normaliser, TidiesEveryKindOfWhiteSpace) {
  EXPECT_EQ(tidy("  Bộ\u00a0 Chính\n trị "), "Bộ Chính trị");
  EXPECT_EQ(tidy(" "), "");
  EXPECT_EQ(tidy("ấp  ở"), "ấp ở");
  EXPECT_EQ(tidy("ấp ở\u2003"), "ấp ở");
  EXPECT_EQ(tidy("\u1680Bộ\u3000Chính trị"), "Bộ Chính trị");
}

TEST(Normaliser, StripsQuotesOfAnyPairing) {
  EXPECT_EQ(normalise("strip-quotes", "“Dân vận khéo\""), "Dân vận khéo");
  EXPECT_EQ(normalise("strip-quotes", "\"\""), "");
}

TEST(Normaliser, KnowsVietnameseCase) {
  EXPECT_EQ(normalise("lower", "ĐỖ VĂN ƯỚC"), "đỗ văn ước");
  EXPECT_EQ(normalise("upper", "đường"), "ĐƯỜNG");
  EXPECT_EQ(normalise("capitalise", "ủy viên"), "Ủy viên");
  EXPECT_EQ(normalise("last-word", "Trần  Văn Tấn"), "Tấn");
  EXPECT_EQ(normalise("last-word", "Tấn "), "Tấn");
}

TEST(Normaliser, DropsLeadingZerosButNotTheNumber) {
  EXPECT_EQ(normalise("int", "007"), "7");
  EXPECT_EQ(normalise("int", "0"), "0");
}

}  // namespace
}  // namespace boctach
