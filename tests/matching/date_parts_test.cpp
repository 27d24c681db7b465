#include "matching/date_parts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace boctach {
namespace {

using Parts = std::vector<DatePart>;

std::optional<DateExpression> compose(const Parts& parts) { return compose_date({parts, {}, {}, {}, false}); }

PartialDate day(int year, int month, int day) { return {year, month, day, -1, -1, -1}; }

void expect_span(const Parts& parts, const PartialDate& from, const PartialDate& to, const std::string& unit) {
  const auto date = compose(parts);
  ASSERT_TRUE(date) << parts[0].text;
  EXPECT_TRUE(date->interval);
  EXPECT_EQ(date->from, from) << parts[0].text;
  EXPECT_EQ(date->to, to) << parts[0].text;
  EXPECT_EQ(date->unit, unit);
}

TEST(DateParts, ComposeAPlainDay) {
  const auto date = compose({{"day", "05"}, {"month", "4"}, {"year", "2020"}});
  ASSERT_TRUE(date);
  EXPECT_EQ(date->kind, "date");
  EXPECT_EQ(date->from, day(2020, 4, 5));
  EXPECT_FALSE(date->interval);
  EXPECT_TRUE(date->flags.empty());
}

TEST(DateParts, RefuseDaysThatDoNotExist) {
  EXPECT_FALSE(compose({{"day", "31"}, {"month", "6"}}));
  EXPECT_FALSE(compose({{"day", "1"}, {"month", "13"}}));
  EXPECT_FALSE(compose({{"day", "0"}, {"month", "1"}}));
  EXPECT_FALSE(compose({{"day", "29"}, {"month", "2"}, {"year", "2023"}}));
  EXPECT_FALSE(compose({{"hour", "25"}}));
  EXPECT_TRUE(compose({{"day", "29"}, {"month", "2"}, {"year", "2024"}}));
  EXPECT_TRUE(compose({{"day", "29"}, {"month", "2"}}));
}

TEST(DateParts, RefuseYearsOfTwoDigitsAndWordsForNumbers) {
  EXPECT_FALSE(compose({{"year", "21"}}));
  EXPECT_FALSE(compose({{"day", "năm"}, {"month", "4"}}));
  EXPECT_FALSE(compose({}));
}

TEST(DateParts, ReadQuartersInThreeScripts) {
  expect_span({{"quarter", "I"}, {"year", "2023"}}, day(2023, 1, 1), day(2023, 3, 31), "quarter");
  expect_span({{"quarter", "3"}, {"year", "2023"}}, day(2023, 7, 1), day(2023, 9, 30), "quarter");
  expect_span({{"quarter", "bốn"}}, day(0, 10, 1), day(0, 12, 31), "quarter");
  expect_span({{"quarter", "nhất"}}, day(0, 1, 1), day(0, 3, 31), "quarter");
  EXPECT_FALSE(compose({{"quarter", "V"}}));
}

TEST(DateParts, ReadHalvesAndMonthsOfTheYear) {
  expect_span({{"half", "2"}, {"year", "2022"}}, day(2022, 7, 1), day(2022, 12, 31), "half");
  expect_span({{"months", "6"}, {"position", "start"}, {"year", "2022"}}, day(2022, 1, 1), day(2022, 6, 30), "half");
  expect_span({{"months", "3"}, {"position", "end"}, {"year", "2022"}}, day(2022, 10, 1), day(2022, 12, 31), "months");
  expect_span({{"months", "9"}, {"position", "start"}}, day(0, 1, 1), day(0, 9, 30), "months");
}

TEST(DateParts, ReadDecadesAndCenturies) {
  expect_span({{"decade", "80"}}, {1980, 0, 0, -1, -1, -1}, {1989, 0, 0, -1, -1, -1}, "decade");
  expect_span({{"decade", "1990"}}, {1990, 0, 0, -1, -1, -1}, {1999, 0, 0, -1, -1, -1}, "decade");
  expect_span({{"century", "XX"}}, {1901, 0, 0, -1, -1, -1}, {2000, 0, 0, -1, -1, -1}, "century");
}

TEST(DateParts, ReadTheClock) {
  EXPECT_EQ(compose({{"hour", "8"}, {"part_of_day", "evening"}})->from.hour, 20);
  EXPECT_EQ(compose({{"hour", "8"}, {"part_of_day", "evening"}})->modifier, "evening");
  EXPECT_EQ(compose({{"hour", "2"}, {"part_of_day", "night"}})->from.hour, 2);
  EXPECT_EQ(compose({{"hour", "10"}, {"part_of_day", "đêm"}})->from.hour, 22);
  EXPECT_EQ(compose({{"hour", "12"}, {"part_of_day", "noon"}})->from.hour, 12);
  EXPECT_EQ(compose({{"hour", "4"}, {"minute", "43"}, {"second", "52"}, {"part_of_day", "CH"}})->from.hour, 16);
  EXPECT_EQ(compose({{"hour", "12"}, {"part_of_day", "SA"}})->from.hour, 0);
  EXPECT_EQ(compose({{"hour", "7"}})->kind, "time");
}

TEST(DateParts, ShareAPartOfTheDayBetweenHours) {
  const auto afternoon = compose({{"hour", "2"}, {"hour_end", "4"}, {"part_of_day_end", "chiều"}});
  EXPECT_EQ(afternoon->from.hour, 14);
  EXPECT_EQ(afternoon->to.hour, 16);
  const auto across_noon = compose({{"hour", "10"}, {"hour_end", "4"}, {"part_of_day_end", "chiều"}});
  EXPECT_EQ(across_noon->from.hour, 10);
}

TEST(DateParts, LetTheEndsOfAnIntervalInherit) {
  expect_span({{"day", "27"}, {"day_end", "29"}, {"month_end", "2"}}, day(0, 2, 27), day(0, 2, 29), "");
  expect_span({{"day", "5"}, {"month", "3"}, {"day_end", "7"}, {"month_end", "4"}, {"year_end", "2020"}}, day(2020, 3, 5), day(2020, 4, 7),
              "");
  expect_span({{"day", "5"}, {"month", "3"}, {"year", "2020"}, {"day_end", "7"}}, day(2020, 3, 5), day(2020, 3, 7), "");
  expect_span({{"quarter", "I"}, {"quarter_end", "III"}, {"year_end", "2023"}}, day(2023, 1, 1), day(2023, 9, 30), "quarter");
}

TEST(DateParts, GoBackAYearWhereAnIntervalSpansNewYear) {
  expect_span({{"day", "20"}, {"month", "12"}, {"day_end", "5"}, {"month_end", "1"}, {"year_end", "2021"}}, day(2020, 12, 20),
              day(2021, 1, 5), "");
  const auto yearless = compose({{"day", "20"}, {"month", "12"}, {"day_end", "5"}, {"month_end", "1"}});
  EXPECT_TRUE(yearless->flags.empty());
}

TEST(DateParts, FlagReversedIntervals) {
  const auto date = compose({{"day", "7"}, {"month", "4"}, {"day_end", "5"}, {"month_end", "3"}, {"year_end", "2020"}});
  ASSERT_TRUE(date);
  EXPECT_EQ(date->flags, std::vector<std::string>{"reversed"});
  EXPECT_EQ(compose({{"year", "2025"}, {"year_end", "2020"}})->flags, std::vector<std::string>{"reversed"});
  EXPECT_TRUE(compose({{"year", "2020"}, {"year_end", "2025"}})->flags.empty());
}

TEST(DateParts, FlagAWeekdayThatContradictsTheDate) {
  const Parts date{{"day", "11"}, {"month", "7"}, {"year", "2023"}};  // a Tuesday
  Parts wrong = date;
  wrong.push_back({"weekday", "3"});
  Parts right = date;
  right.push_back({"weekday", "2"});
  EXPECT_EQ(compose(wrong)->flags, std::vector<std::string>{"weekday-conflict"});
  EXPECT_TRUE(compose(right)->flags.empty());
  EXPECT_TRUE(compose({{"day", "11"}, {"month", "7"}, {"weekday", "3"}})->flags.empty());
}

TEST(DateParts, KeepLunarDatesOutsideTheSolarCalendar) {
  DateSpec spec{{{"day", "30"}, {"month", "2"}, {"year", "2021"}}, {}, {}, "lunar", false};
  const auto date = compose_date(spec);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->calendar, "lunar");
  spec.parts[0].text = "31";
  EXPECT_FALSE(compose_date(spec));
}

TEST(DateParts, TellOffsetsFromTheArticle) {
  const auto date = compose({{"offset", "-1"}, {"unit", "week"}});
  ASSERT_TRUE(date);
  EXPECT_EQ(date->kind, "relative");
  EXPECT_EQ(date->offset, -1);
  EXPECT_EQ(date->offset_unit, "week");
}

TEST(DateParts, TakeKindAndModifierOfTheRule) {
  const auto date = compose_date({{{"year", "2020"}, {"year_end", "2025"}}, "term", "start", {}, true});
  ASSERT_TRUE(date);
  EXPECT_EQ(date->kind, "term");
  EXPECT_EQ(date->modifier, "start");
}

}  // namespace
}  // namespace boctach
