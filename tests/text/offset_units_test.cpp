#include "text/offset_units.h"

#include <gtest/gtest.h>

namespace boctach {
namespace {

// One byte, two bytes, three bytes, and four bytes that are two units of UTF-16.
const std::string text = "aĐặ🌾b";

TEST(OffsetUnits, CountEachInItsOwnWay) {
  EXPECT_EQ(units_before(text, 10, OffsetUnit::Bytes), 10U);
  EXPECT_EQ(units_before(text, 10, OffsetUnit::CodePoints), 4U);
  EXPECT_EQ(units_before(text, 10, OffsetUnit::Utf16), 5U);
}

TEST(OffsetUnits, FindTheBytesAgain) {
  for (const OffsetUnit unit : {OffsetUnit::Bytes, OffsetUnit::CodePoints, OffsetUnit::Utf16}) {
    for (const Span span : {Span{0, 1}, Span{1, 3}, Span{3, 6}, Span{6, 10}, Span{10, 11}, Span{0, 11}, Span{11, 11}}) {
      EXPECT_EQ(span_of_units(text, units_before(text, span.begin, unit), units_before(text, span.end, unit), unit), span);
    }
  }
}

TEST(OffsetUnits, KnowNoPlaceInsideACharacterOrOutsideOfTheText) {
  EXPECT_FALSE(span_of_units(text, 4, 5, OffsetUnit::Utf16));
  EXPECT_FALSE(span_of_units(text, 0, 2, OffsetUnit::Bytes));
  EXPECT_FALSE(span_of_units(text, 0, 6, OffsetUnit::CodePoints));
  EXPECT_FALSE(span_of_units(text, 3, 2, OffsetUnit::CodePoints));
}

}  // namespace
}  // namespace boctach
