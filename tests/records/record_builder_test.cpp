#include "boctach/record_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "matching/date_parts.h"
#include "matching/link_order.h"

namespace boctach {
namespace {

// An article, rules and findings made by hand.
class Scene {
 public:
  explicit Scene(std::string text, std::string published = "") {
    document.buffer = TextBuffer(std::move(text));
    document.metadata.published = std::move(published);
    rules.packs.emplace_back();
    rules.packs[0].name = "t";
    add_label("date", "dates", false, {{"value", "date"}, {"kind", "string"}, {"anchor", "string"}, {"flags", "list"}});
    add_label("document", "documents", true,
              {{"type", "string"}, {"number", "string"}, {"year", "int"}, {"issuer", "string"}, {"date", "date"}});
    add_label("person", "people", true, {{"name", "string"}, {"titles", "list"}});
  }

  void add_label(const std::string& label, const std::string& array, bool items, std::vector<std::pair<std::string, std::string>> fields) {
    RecordLabel made;
    made.label = label;
    made.array = array;
    made.items = items;
    made.fields = std::move(fields);
    rules.packs[0].records.push_back(std::move(made));
  }

  Rule& rule(const std::string& id, const std::string& label) {
    made_.emplace_back();
    Rule& rule = made_.back();
    rule.id = id;
    rule.pack = "t";
    rule.label = rule.group = label;
    return rule;
  }

  // A mention of the `nth` occurrence of `words`.
  Mention& mention(const Rule& rule, const std::string& words, int nth = 0) {
    std::size_t at = document.buffer.text().find(words);
    for (; nth > 0; --nth) at = document.buffer.text().find(words, at + 1);
    Mention mention;
    mention.rule = &rule;
    mention.span = {at, at + words.size()};
    mention.raw = document.buffer.map().source(mention.span);
    findings.mentions.push_back(std::move(mention));
    return findings.mentions.back();
  }

  // A mention of a date of these parts.
  void date(const std::string& words, std::vector<DatePart> parts, const std::string& kind, bool interval = false, int nth = 0) {
    Rule& made = rule("date", "date");
    Mention& found = mention(made, words, nth);
    found.fields.push_back({"value", {}, compose_date({std::move(parts), kind, "", "", interval}), found.span, false});
  }

  void document_mention(const std::string& words, std::vector<std::pair<std::string_view, std::string>> fields) {
    Rule& made = rule("document", "document");
    made.key = {{"type", false, {}}, {"number", false, {}}, {"year", true, {}}, {"issuer", true, {}}};
    Mention& found = mention(made, words);
    for (auto& [name, value] : fields) found.fields.push_back({name, {value}, std::nullopt, found.span, false});
  }

  [[nodiscard]] Record build(RecordOptions options = {}) const {
    Findings settled = findings;
    settle_links(settled);
    return RecordBuilder(rules, std::move(options)).build(document, settled);
  }

  [[nodiscard]] std::string value(std::size_t n, const std::string& field = "value") const {
    const Record record = build();
    for (const auto& [name, value] : record.arrays[0].items_found.at(n).fields) {
      if (name == field) return std::holds_alternative<std::string>(value) ? std::get<std::string>(value) : "";
    }
    return "";
  }

  Document document;
  RuleSet rules;
  Findings findings;

 private:
  std::deque<Rule> made_;
};

TEST(Dates, KeepAnExplicitYear) {
  Scene scene("Ngày 3/4/2019 họp", "2021-01-01");
  scene.date("Ngày 3/4/2019", {{"day", "3"}, {"month", "4"}, {"year", "2019"}}, "date");
  EXPECT_EQ(scene.value(0), "2019-04-03");
  EXPECT_EQ(scene.value(0, "anchor"), "");
}

TEST(Dates, TakeTheYearNearestToPublication) {
  Scene scene("Ngày 28/12 và 2/2 và 1/9", "2021-01-05");
  scene.date("28/12", {{"day", "28"}, {"month", "12"}}, "date");
  scene.date("2/2", {{"day", "2"}, {"month", "2"}}, "date");
  scene.date("1/9", {{"day", "1"}, {"month", "9"}}, "date");
  EXPECT_EQ(scene.value(0), "2020-12-28");
  EXPECT_EQ(scene.value(1), "2021-02-02");
  EXPECT_EQ(scene.value(2), "2020-09-01");
  EXPECT_EQ(scene.value(0, "anchor"), "published");
}

// The weekday is seen beside a year that is said; of others it shows with the year.
TEST(Dates, AreFlaggedWhereTheirYearContradictsTheWeekday) {
  Scene scene("Thứ Ba, 14/5, thứ Hai, 14/5 và thứ Hai", "2024-05-16");
  scene.date("Thứ Ba, 14/5", {{"weekday", "2"}, {"day", "14"}, {"month", "5"}}, "date");
  scene.date("thứ Hai, 14/5", {{"weekday", "1"}, {"day", "14"}, {"month", "5"}}, "date");
  scene.date("thứ Hai", {{"weekday", "1"}}, "weekday", false, 1);
  const Record record = scene.build();
  std::vector<bool> flagged;
  for (const auto& item : record.arrays[0].items_found) {
    flagged.push_back(std::any_of(item.fields.begin(), item.fields.end(), [](const auto& field) {
      const auto* list = std::get_if<std::vector<std::string>>(&field.second);
      return field.first == "flags" && list != nullptr && *list == std::vector<std::string>{"weekday-conflict"};
    }));
  }
  EXPECT_EQ(flagged, (std::vector<bool>{false, true, false}));
  EXPECT_EQ(scene.value(1), "2024-05-14");
}

TEST(Dates, TakeTheOneYearOfTheirSentence) {
  Scene scene("Sáng 6/7 họp tổng kết năm 2023. Ngày 8/9 nghỉ.");
  scene.date("Sáng 6/7", {{"day", "6"}, {"month", "7"}}, "date");
  scene.date("năm 2023", {{"year", "2023"}}, "year");
  scene.date("Ngày 8/9", {{"day", "8"}, {"month", "9"}}, "date");
  EXPECT_EQ(scene.value(0), "2023-07-06");
  EXPECT_EQ(scene.value(0, "anchor"), "text");
  EXPECT_EQ(scene.value(1), "2023");
}

TEST(Dates, StayOpenWhereNoYearIsKnown) {
  Scene scene("Đầu đề rất dài ở đây để không có năm\n\nNgày 12/5 họp. 6 tháng đầu năm tốt.");
  scene.date("Ngày 12/5", {{"day", "12"}, {"month", "5"}}, "date");
  scene.date("6 tháng đầu năm", {{"months", "6"}, {"position", "start"}}, "half");
  EXPECT_EQ(scene.value(0), "XXXX-05-12");
  EXPECT_EQ(scene.value(1), "XXXX-01-01/XXXX-06-30");
}

TEST(Dates, ShareMonthAndYearBetweenTheirEnds) {
  Scene scene("từ ngày 27 đến ngày 30-6-2017");
  scene.date("27 đến ngày 30-6-2017", {{"day", "27"}, {"day_end", "30"}, {"month_end", "6"}, {"year_end", "2017"}}, "period", true);
  EXPECT_EQ(scene.value(0), "2017-06-27/2017-06-30");
}

TEST(Dates, ToldFromADayThatNobodyKnowsAreLeftOut) {
  Scene scene("hôm nay");
  scene.date("hôm nay", {{"offset", "0"}, {"unit", "day"}}, "relative");
  EXPECT_TRUE(scene.build().arrays[0].items_found.empty());
  scene.document.metadata.published = "2021-12-03";
  EXPECT_EQ(scene.value(0), "2021-12-03");
}

TEST(Items, MergeMentionsThatAgree) {
  Scene scene("Chỉ thị số 06 ... Chỉ thị số 6 ... Chỉ thị số 7");
  scene.document_mention("Chỉ thị số 06", {{"type", "Chỉ thị"}, {"number", "06"}});
  scene.document_mention("Chỉ thị số 6", {{"type", "chỉ thị"}, {"number", "6"}, {"year", "2019"}});
  scene.document_mention("Chỉ thị số 7", {{"type", "Chỉ thị"}, {"number", "7"}});
  const Record record = scene.build();
  ASSERT_EQ(record.arrays[1].items_found.size(), 2U);
  EXPECT_EQ(record.arrays[1].items_found[0].mentions.size(), 2U);
  EXPECT_EQ(std::get<std::int64_t>(record.arrays[1].items_found[0].fields[2].second), 2019);
}

TEST(Items, OfTwoIssuersStayTwo) {
  Scene scene("Chỉ thị 16 của A, Chỉ thị 16 của B");
  scene.document_mention("Chỉ thị 16 của A", {{"type", "Chỉ thị"}, {"number", "16"}, {"issuer", "A"}});
  scene.document_mention("Chỉ thị 16 của B", {{"type", "Chỉ thị"}, {"number", "16"}, {"issuer", "B"}});
  EXPECT_EQ(scene.build().arrays[1].items_found.size(), 2U);
}

TEST(Links, GiveFieldsWithTheirEvidence) {
  Scene scene("Ngày 3/4/2020, T1 P1, T2");
  scene.date("Ngày 3/4/2020", {{"day", "3"}, {"month", "4"}, {"year", "2020"}}, "date");
  Rule& title = scene.rule("title", "title");
  title.emit = false;
  scene.mention(title, "T1");
  Rule& person = scene.rule("person", "person");
  person.key = {{"name", false, {}}};
  Mention& found = scene.mention(person, "P1");
  found.fields.push_back({"name", {"P1"}, std::nullopt, found.span, false});
  scene.mention(title, "T2");
  Rule& link = scene.rule("titles", "");
  for (const std::size_t value : {std::size_t{3}, std::size_t{1}, std::size_t{1}}) {
    scene.findings.links.push_back({&link, 2, "titles", true, false, scene.findings.mentions[value].span, value, {}, {}, {}});
  }
  const Record record = scene.build();
  const Item& item = record.arrays[2].items_found.at(0);
  EXPECT_EQ(std::get<std::vector<std::string>>(item.fields[1].second), (std::vector<std::string>{"T1", "T2"}));
  ASSERT_EQ(item.evidence.size(), 1U);
  EXPECT_EQ(item.evidence[0].second.size(), 2U);
  EXPECT_EQ(item.evidence[0].second[0].rule, "t/titles");
}

TEST(Links, OfHigherPriorityThenNearerWin) {
  Scene scene("A1 B2 Chỉ thị số 7 C3");
  scene.document_mention("Chỉ thị số 7", {{"type", "Chỉ thị"}, {"number", "7"}});
  Rule& near = scene.rule("near", "");
  Rule& strong = scene.rule("strong", "");
  const auto link = [&](const Rule& rule, const std::string& words) {
    const std::size_t at = scene.document.buffer.text().find(words);
    scene.findings.links.push_back({&rule, 0, "issuer", false, false, {at, at + 2}, std::nullopt, {}, {}, {}});
  };
  const auto issuer = [&] { return std::get<std::string>(scene.build().arrays[1].items_found.at(0).fields[3].second); };
  link(near, "A1");
  link(near, "B2");
  EXPECT_EQ(issuer(), "B2");
  strong.priority = 5;
  link(strong, "A1");
  EXPECT_EQ(issuer(), "A1");
}

TEST(Places, CountInTheUnitAskedForAndInTheirField) {
  Scene scene("Tên\n\nNgày 3/4/2020");
  scene.document.fields = {{"title", 0, 4}, {"body", 6, 15}};
  scene.date("Ngày 3/4/2020", {{"day", "3"}, {"month", "4"}, {"year", "2020"}}, "date");
  const auto place = [&](OffsetUnit unit) { return scene.build({unit, false, false, {}}).arrays[0].items_found.at(0).mentions[0].place; };
  EXPECT_EQ(place(OffsetUnit::CodePoints).start, 5U);
  EXPECT_EQ(place(OffsetUnit::Bytes).start, 6U);
  EXPECT_EQ(place(OffsetUnit::CodePoints).raw_start, 0U);
  EXPECT_EQ(scene.build().raw_field, "body");
}

TEST(Metadata, OfTheInputBeatsWhatTheTextSays) {
  Scene scene("Tên bài\nThân");
  Rule& title = scene.rule("title", "metadata");
  Mention& found = scene.mention(title, "Tên bài");
  found.fields.push_back({"title", {"Tên bài"}, std::nullopt, found.span, false});
  Record record = scene.build();
  EXPECT_EQ(record.title, "Tên bài");
  ASSERT_EQ(record.metadata_evidence.size(), 1U);
  EXPECT_EQ(record.metadata_evidence[0].second.place.start, 0U);
  scene.document.metadata.title = "Tên khác";
  record = scene.build();
  EXPECT_EQ(record.title, "Tên khác");
  EXPECT_TRUE(record.metadata_evidence.empty());
}

}  // namespace
}  // namespace boctach
