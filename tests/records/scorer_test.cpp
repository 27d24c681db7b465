#include "records/scorer.h"

#include <gtest/gtest.h>

#include "records/alignment.h"
#include "records/gold_places.h"

namespace boctach {
namespace {

using Fields = std::map<std::string, std::string>;

// The place of the n-th `part` in `text`.
Span place(const std::string& text, const std::string& part, std::size_t nth = 0) {
  std::size_t at = text.find(part);
  for (; nth > 0; --nth) at = text.find(part, at + 1);
  return {at, at + part.size()};
}

ReadItem gold_date(const std::string& text, const std::string& value, bool optional = false) {
  ReadItem item;
  item.text = text;
  if (!value.empty()) item.fields["value"] = value;
  item.optional = optional;
  return item;
}

ReadItem found_date(const std::string& text, const std::string& value, const std::string& rule, std::optional<Span> span = std::nullopt) {
  ReadItem item = gold_date(text, value);
  item.mentions = {{text, rule, span}};
  return item;
}

ReadItem item(Fields fields, const std::string& rule = "") {
  ReadItem made;
  made.fields = std::move(fields);
  if (!rule.empty()) made.mentions = {{made.get("name"), rule, std::nullopt}};
  return made;
}

void expect_row(const Score& score, const std::string& row, std::size_t right, std::size_t extra, std::size_t missed) {
  const auto found = score.rows.find(row);
  ASSERT_NE(found, score.rows.end()) << row;
  EXPECT_EQ(found->second.right, right) << row;
  EXPECT_EQ(found->second.extra, extra) << row;
  EXPECT_EQ(found->second.missed, missed) << row;
}

TEST(Tally, SaysPrecisionRecallAndTheirMean) {
  const Tally tally{6, 2, 4};
  EXPECT_DOUBLE_EQ(tally.precision(), 0.75);
  EXPECT_DOUBLE_EQ(tally.recall(), 0.6);
  EXPECT_NEAR(tally.f1(), 0.6667, 0.0001);
  EXPECT_DOUBLE_EQ(Tally{}.f1(), 1.0);
  EXPECT_DOUBLE_EQ((Tally{0, 3, 3}).f1(), 0.0);
}

TEST(Align, LetsWhatIsRequiredChooseFirst) {
  const std::vector<ReadItem> wanted{gold_date("2017", "2017", true), gold_date("năm 2017", "2017")};
  const std::vector<ReadItem> found{found_date("năm 2017", "2017", "p/year")};
  const std::vector<Pair> pairs = align(found, wanted, {[](const ReadItem&, const ReadItem&) { return true; }});
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0].wanted, &wanted[1]);
  EXPECT_EQ(pairs[0].found, &found[0]);
  EXPECT_EQ(pairs[1].found, nullptr);
}

TEST(GoldPlaces, FollowTheOrderOfTheArticle) {
  const std::string text = "năm 2019 và năm 2020; năm 2019 lại đến";
  std::vector<ReadItem> items{gold_date("năm 2020", ""), gold_date("năm 2019", "")};
  place_mentions(items, text);
  EXPECT_EQ(items[0].mentions.at(0).span, place(text, "năm 2020"));
  EXPECT_EQ(items[1].mentions.at(0).span, place(text, "năm 2019", 1));
}

TEST(GoldPlaces, LeaveWhatBelongsToALongerTextAndKeepToWords) {
  const std::string text = "12/2017, rồi 2/2017, rồi 2017";
  std::vector<ReadItem> items{gold_date("2017", ""), gold_date("12/2017", ""), gold_date("2/2017", "")};
  place_mentions(items, text);
  EXPECT_EQ(items[0].mentions.at(0).span, place(text, "2017", 2));
  EXPECT_EQ(items[1].mentions.at(0).span, place(text, "12/2017"));
  EXPECT_EQ(items[2].mentions.at(0).span, place(text, "2/2017", 1));
}

TEST(GoldPlaces, StartAgainFromTheBeginningAndSayWhatIsNowhere) {
  const std::string text = "quý I rồi quý II";
  std::vector<ReadItem> items{gold_date("quý II", ""), gold_date("quý I", ""), gold_date("quý III", "")};
  place_mentions(items, text);
  EXPECT_EQ(items[1].mentions.at(0).span, place(text, "quý I"));
  EXPECT_FALSE(items[2].mentions.at(0).span);
}

TEST(Scorer, CountsDatesByTextAndByValue) {
  Reading gold;
  gold.id = "a";
  gold.items["dates"] = {gold_date("Sáng 20/8", "2018-08-20"), gold_date("ngày 5/9", "2018-09-05"), gold_date("năm nay", "2018", true),
                         gold_date("quý II", "2018-04-01/2018-06-30")};
  gold.bylines = {"Duy Mạch, 1/1"};
  Reading record;
  record.items["dates"] = {found_date("20/8", "2018-08-20T07:00", "p/day"), found_date("ngày 5/9", "2017-09-05", "p/day"),
                           found_date("năm nay", "2018", "p/relative"), found_date("1/1", "2018-01-01", "p/day"),
                           found_date("năm 2013", "2013", "p/year")};
  Scorer scorer;
  scorer.add(gold, &record);
  // 5/9 has the wrong year: once extra, once missed; quý II is missed, năm 2013 extra; the credit's date does not count.
  expect_row(scorer.score(), "dates: text and value", 1, 2, 2);
  expect_row(scorer.score(), "dates: text", 2, 1, 1);
  const Tally& day = scorer.score().rules.at({"dates: text and value", "p/day"});
  EXPECT_EQ(day.right, 1U);
  EXPECT_EQ(day.extra, 1U);
}

TEST(Scorer, ComparesSpansWhereTheRecordHasText) {
  Reading gold;
  gold.id = "a";
  gold.items["dates"] = {gold_date("Sáng 20/8", "2018-08-20"), gold_date("ngày 5/9", "2018-09-05"), gold_date("quý II", "")};
  Reading record;
  record.text = "Sáng 20/8 họp. Hẹn ngày 5/9.";
  record.items["dates"] = {found_date("20/8", "2018-08-20", "p/day", place(*record.text, "20/8")),
                           found_date("ngày 5/9", "2018-09-05", "p/day", place(*record.text, "ngày 5/9"))};
  Scorer scorer;
  scorer.add(gold, &record);
  expect_row(scorer.score(), "dates: strict span", 1, 1, 2);
  expect_row(scorer.score(), "dates: overlapping span", 2, 0, 1);
  expect_row(scorer.score(), "article text kept", 2, 0, 1);
}

TEST(Scorer, JudgesDocumentsAndTheirAttributes) {
  Reading gold;
  gold.id = "a";
  ReadItem plan =
      item({{"type", "Kế hoạch"}, {"number", "86"}, {"symbol", "KH-UBND"}, {"issuer", "UBND huyện Yên Lãng"}, {"date", "2021-04-08"}});
  plan.text = "Kế hoạch số 86/KH-UBND";
  ReadItem law = item({{"type", "Luật"}, {"name", "Luật Đất đai"}});
  law.text = "Luật Đất đai";
  ReadItem lost = item({{"type", "Chỉ thị"}, {"number", "5"}});
  lost.text = "Chỉ thị số 5";
  gold.items["documents"] = {plan, law, lost};
  Reading record;
  ReadItem found = item({{"code", "86/KH-UBND"}, {"type", "Quyết định"}, {"issuer", "UBND huyện"}, {"number", "86"}}, "p/number");
  found.rules["issuer"] = {"p/by-verb"};
  record.items["documents"] = {found, item({{"type", "Luật"}, {"name", "Luật Đất đai năm 2013"}, {"issuer", "Quốc hội"}}, "p/law")};
  Scorer scorer;
  scorer.add(gold, &record);
  const Score& score = scorer.score();
  // The law's name has a number that gold's has not.
  expect_row(score, "documents", 1, 1, 2);
  expect_row(score, "documents: type", 0, 1, 1);
  expect_row(score, "documents: issuer", 1, 0, 0);
  expect_row(score, "documents: date", 0, 0, 1);
  EXPECT_EQ(score.rules.count({"documents: issuer", "p/by-verb"}), 1U);
}

TEST(Scorer, JudgesTitlesOfPeopleWhoWereFound) {
  Reading gold;
  gold.id = "a";
  ReadItem one = item({{"name", "Tô Minh Lương"}});
  one.titles = {"Trưởng phòng Nội vụ", "Tỉnh ủy viên"};
  one.optional_titles = {"Đại biểu"};
  ReadItem other = item({{"name", "Kiều Mộng Thường"}});
  other.titles = {"Giám đốc"};
  gold.items["people"] = {one, other};
  Reading record;
  ReadItem found = item({{"name", "TÔ MINH LƯƠNG"}}, "p/behind-title");
  found.titles = {"Trưởng phòng nội vụ", "Đại biểu", "Phó phòng"};
  found.rules["titles"] = {"p/before", "p/behind", "p/shared"};
  record.items["people"] = {found};
  Scorer scorer;
  scorer.add(gold, &record);
  expect_row(scorer.score(), "people", 1, 0, 1);
  expect_row(scorer.score(), "people: titles", 1, 1, 1);
  EXPECT_EQ(scorer.score().rules.at({"people: titles", "p/shared"}).extra, 1U);
}

TEST(Scorer, TellsEditionsOfACampaignApart) {
  Reading gold;
  gold.id = "a";
  gold.items["campaigns"] = {item({{"name", "Năm Nước sạch"}, {"period", "2017"}}),
                             item({{"name", "Năm Nước sạch"}, {"period", "2018"}, {"kind", "năm"}})};
  Reading record;
  record.items["campaigns"] = {item({{"name", "Năm Nước sạch"}, {"period", "2018-01/2018-12"}, {"kind", "phong trào"}}, "p/quoted"),
                               item({{"name", "Năm Nước sạch toàn tỉnh"}, {"kind", "năm"}}, "p/quoted"),
                               item({{"name", "Nước"}}, "p/quoted")};
  Scorer scorer;
  scorer.add(gold, &record);
  expect_row(scorer.score(), "campaigns", 2, 1, 0);
  // A kind that gold does not give is not held against the record.
  expect_row(scorer.score(), "campaigns: kind", 0, 1, 1);
  expect_row(scorer.score(), "campaigns: period", 1, 0, 1);
}

TEST(Scorer, NamesTheRuleThatFoundSomethingElseThere) {
  Reading gold;
  gold.id = "a";
  gold.items["dates"] = {gold_date("hôm nay 11/6", "2022-06-11")};
  Reading record;
  record.text = "Một dòng.\nĐến hôm nay 11/6, có 31 hộ.\nDòng khác.";
  record.items["dates"] = {found_date("hôm nay", "2022-06-11", "p/relative", place(*record.text, "hôm nay"))};
  Scorer scorer;
  scorer.add(gold, &record);
  const Judgement& missed = scorer.score().judgements.at(0);
  EXPECT_EQ(missed.verdict, Verdict::Missed);
  EXPECT_EQ(missed.rules, std::vector<std::string>{"p/relative"});
  EXPECT_EQ(missed.found, "hôm nay = 2022-06-11");
  EXPECT_EQ(missed.context, "Đến ⟦hôm nay 11/6⟧, có 31 hộ.");
}

TEST(Scorer, MissesEverythingOfAnArticleWithoutRecord) {
  Reading gold;
  gold.id = "a";
  gold.metadata["title"] = "Một bài";
  gold.items["dates"] = {gold_date("năm 2018", "2018")};
  Scorer scorer;
  scorer.add(gold, nullptr);
  expect_row(scorer.score(), "dates: text and value", 0, 0, 1);
  expect_row(scorer.score(), "meta: title", 0, 0, 1);
  EXPECT_EQ(scorer.score().no_record, std::vector<std::string>{"a"});
}

TEST(CompareScores, TellsWhatWasGainedLostAndChanged) {
  Reading gold;
  gold.id = "a";
  gold.items["dates"] = {gold_date("năm 2018", "2018"), gold_date("ngày 5/9", "2018-09-05"), gold_date("quý II", "2018-Q2")};
  Reading old_record;
  old_record.items["dates"] = {found_date("năm 2018", "2018", "p/year"), found_date("3/4", "2018-04-03", "p/day")};
  Reading record;
  record.items["dates"] = {found_date("ngày 5/9", "2018-09-05", "p/day"), found_date("6/7", "2018-07-06", "p/short")};
  Scorer before;
  before.add(gold, &old_record);
  Scorer after;
  after.add(gold, &record);
  std::string seen;
  for (const JudgementChange& change : compare_scores(before.score(), after.score())) {
    const Judgement& shown = change.after ? *change.after : *change.before;
    seen += change.kind == JudgementChange::Kind::Gained ? "+" : change.kind == JudgementChange::Kind::Lost ? "-" : "~";
    seen += shown.item + " ";
  }
  EXPECT_EQ(seen, "-năm 2018 +ngày 5/9 -6/7 +3/4 ");
  EXPECT_TRUE(compare_scores(after.score(), after.score()).empty());
}

}  // namespace
}  // namespace boctach
