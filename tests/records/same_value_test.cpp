#include "records/same_value.h"

#include <gtest/gtest.h>

namespace boctach {
namespace {

TEST(SameValue, ReadsAnIntervalInAnyPrecision) {
  EXPECT_TRUE(same_value("2023-01/2023-06", "2023-01-01/2023-06-30"));
  EXPECT_TRUE(same_value("2023-H1", "2023-01-01/2023-06-30"));
  EXPECT_TRUE(same_value("2023-Q4", "2023-10-01/2023-12-31"));
  EXPECT_TRUE(same_value("2024-02", "2024-02-01/2024-02-29"));
  EXPECT_FALSE(same_value("2023-02", "2023-02-01/2023-02-29"));
  EXPECT_TRUE(same_value("2019/2025", "2019-01-01/2025-12-31"));
  EXPECT_FALSE(same_value("2023-01/2023-05", "2023-01-01/2023-06-30"));
}

TEST(SameValue, MeetsADayWithATimeOfThatDayAndNotTheOtherWayRound) {
  EXPECT_TRUE(same_value("2021-04-08T07:30", "2021-04-08"));
  EXPECT_FALSE(same_value("2021-04-08", "2021-04-08T07:30"));
  EXPECT_TRUE(same_value("2021-04-08T07:30:12", "2021-04-08T07:30"));
  EXPECT_FALSE(same_value("2021-04-09T07:30", "2021-04-08"));
}

TEST(SameValue, HoldsAnUnknownYearAgainstItsOwnKindOnly) {
  EXPECT_TRUE(same_value("XXXX-05-12", "XXXX-05-12"));
  EXPECT_TRUE(same_value("", "XXXX-05-12"));
  EXPECT_FALSE(same_value("XXXX-05-13", "XXXX-05-12"));
  EXPECT_FALSE(same_value("2020-05-12", "XXXX-05-12"));
  EXPECT_FALSE(same_value("", "2020"));
  EXPECT_TRUE(same_value("", ""));
}

TEST(SameValue, ComparesWhatItCannotReadLetterByLetter) {
  EXPECT_FALSE(same_value("2020-13", "2020-12"));
  EXPECT_TRUE(same_value("soon", "soon"));
  EXPECT_FALSE(same_value("soon/later", "2020/2021"));
  EXPECT_TRUE(right_value("2020", "2019", {"2021", "2020-01/2020-12"}));
  EXPECT_FALSE(right_value("2020", "2019", {"2021"}));
}

}  // namespace
}  // namespace boctach
