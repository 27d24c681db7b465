#include "formats/annotation_formats.h"

#include <gtest/gtest.h>

#include "boctach/failure.h"
#include "formats/gold_json.h"
#include "formats/record_reading.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// The ear of rice and the horn lie outside of the BMP: one code point, two units of UTF-16, four bytes.
const std::string article_text = "🌾 Xã Hòa Sơn 📯 họp\nngày 5/9, ông Tăng Nhật Hào\nnói về “Ghe nhỏ 🌾 đưa chữ”.";

Reading gold_of_article() {
  return read_gold(R"({"id": "tin/so 1", "title": "Tin", "published": "2018-08-21",
    "dates": [{"text": "ngày 5/9", "value": "2018-09-05", "also": ["XXXX-09-05"]}],
    "documents": [], "people": [{"name": "Tăng Nhật Hào", "titles": ["Chủ tịch | xã", "Bí thư \\ ủy"], "optional_titles": ["đại biểu"]}],
    "campaigns": [{"name": "Ghe nhỏ 🌾 đưa chữ", "kind": "phong trào", "optional": true}],
    "boilerplate": ["Trang trước"], "bylines": []})",
                   "gold");
}

AnnotatedText marked_article() {
  std::vector<std::string> lost;
  AnnotatedText marked = annotate(gold_of_article(), article_text, lost);
  EXPECT_TRUE(lost.empty());
  return marked;
}

// As it comes back from a tool into the gold there was.
std::string gold_again(const AnnotatedText& marked) {
  std::vector<std::string> unknown;
  const Reading read = read_annotations(marked, unknown);
  EXPECT_TRUE(unknown.empty());
  return write_gold(merge_gold(read, gold_of_article(), marked.text));
}

TEST(Gold, IsWrittenAsItWasRead) {
  const std::string once = write_gold(gold_of_article());
  EXPECT_EQ(write_gold(read_gold(once, "again")), once);
  EXPECT_EQ(gold_file_name("tin/so 1"), "tin_so_1.gold.json");
}

TEST(Gold, SaysWhatIsWrongAndWhere) {
  const auto complaint = [](const std::string& json) {
    try {
      read_gold(json, "g.json");
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_NE(complaint("{\n\"id\": }").find("g.json:2"), std::string::npos);
  EXPECT_NE(complaint("{}").find("id"), std::string::npos);
  EXPECT_NE(complaint(R"({"id": "a", "dates": [{"value": "2018"}]})").find("\"text\""), std::string::npos);
}

TEST(Brat, CountsCodePoints) {
  const std::string marks = write_brat_marks(marked_article());
  EXPECT_NE(marks.find("T1\tDate 19 27\tngày 5/9\n"), std::string::npos) << marks;
  EXPECT_NE(marks.find("T3\tCampaign 55 72\tGhe nhỏ 🌾 đưa chữ\n"), std::string::npos) << marks;
}

TEST(Brat, ComesBackAsItWent) {
  const AnnotatedText back = read_brat("tin/so 1", article_text, write_brat_marks(marked_article()), "a.ann");
  EXPECT_EQ(gold_again(back), write_gold(gold_of_article()));
}

TEST(Brat, BreaksAMarkAtTheEndOfALine) {
  AnnotatedText marked{"a", "ngày 5\ntháng 9", {{"Date", {0, 16}, ""}}};
  marked.annotations[0].span.end = marked.text.size();
  const std::string marks = write_brat_marks(marked);
  EXPECT_EQ(marks, "T1\tDate 0 6;7 14\tngày 5 tháng 9\n");
  EXPECT_EQ(read_brat("a", marked.text, marks, "a.ann").annotations.at(0).span, marked.annotations[0].span);
}

TEST(Brat, RefusesMarksOfAnotherText) {
  EXPECT_THROW(read_brat("a", "ngày 6", "T1\tDate 0 6\tngày 5\n", "a.ann"), InputError);
  EXPECT_THROW(read_brat("a", "ngày 6", "T1\tDate 0 7\tngày 6\n", "a.ann"), InputError);
  EXPECT_THROW(read_brat("a", "ngày 6", "T1\tDate x 6\tngày 6\n", "a.ann"), InputError);
  EXPECT_THROW(read_brat("a", "ngày 5 và 6", "T1\tDate 0 6;10 11\tngày 5 6\n", "a.ann"), InputError);
  EXPECT_THROW(read_brat("a", "ngày 6", "T1\tDate\n", "a.ann"), InputError);
}

TEST(Doccano, CountsAsItsEditorDoes) {
  const std::string line = write_doccano(marked_article(), OffsetUnit::Utf16);
  EXPECT_NE(line.find(R"([21,29,"Date"])"), std::string::npos) << line;
  EXPECT_NE(line.find(R"([57,75,"Campaign"])"), std::string::npos) << line;
  EXPECT_NE(write_doccano(marked_article(), OffsetUnit::CodePoints).find(R"([19,27,"Date"])"), std::string::npos);
}

TEST(Doccano, ComesBackAsItWent) {
  for (const OffsetUnit unit : {OffsetUnit::Utf16, OffsetUnit::CodePoints}) {
    const std::vector<AnnotatedText> back = read_doccano("\n" + write_doccano(marked_article(), unit), unit, "a.jsonl");
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(gold_again(back[0]), write_gold(gold_of_article()));
  }
}

TEST(Doccano, IsReadWithEntitiesAndRefusedWithOtherPlaces) {
  const std::string line =
      R"({"id": 7, "text": "🌾 năm 2018", "entities": [{"id": 1, "label": "Date", "start_offset": 3, "end_offset": 11}]})";
  const AnnotatedText read = read_doccano(line, OffsetUnit::Utf16, "a.jsonl").at(0);
  EXPECT_EQ(read.id, "7");
  EXPECT_EQ(read.annotations.at(0).span.of(read.text), "năm 2018");
  EXPECT_THROW(read_doccano(line, OffsetUnit::CodePoints, "a.jsonl"), InputError);
  EXPECT_THROW(read_doccano(R"({"text": "a", "label": [[0]]})", OffsetUnit::Utf16, "a.jsonl"), InputError);
  EXPECT_THROW(read_doccano(R"({"text": "🌾", "label": [[1, 2, "Date"]]})", OffsetUnit::Utf16, "a.jsonl"), InputError);
}

TEST(LabelStudio, CountsCodePoints) {
  const std::string json = write_label_studio({marked_article()}, false);
  EXPECT_NE(json.find(R"("start":19,"end":27,"text":"ngày 5/9","labels":["Date"])"), std::string::npos) << json;
  EXPECT_NE(write_label_studio({marked_article()}, true).find("\"predictions\""), std::string::npos);
}

TEST(LabelStudio, ComesBackAsItWent) {
  const std::vector<AnnotatedText> back = read_label_studio(write_label_studio({marked_article()}, false), "a.json");
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(back[0].id, "tin/so 1");
  EXPECT_EQ(gold_again(back[0]), write_gold(gold_of_article()));
}

TEST(LabelStudio, NoticesThePlacesOfOlderVersions) {
  const std::string begin =
      R"([{"data": {"id": "a", "text": "🌾 năm 2018 và năm 2019"}, "annotations": [{"result": [{"id": "r", "type": "labels", "value": {)";
  const auto read = [&](const std::string& value) { return read_label_studio(begin + value + "}}]}]}]", "a.json").at(0); };
  const AnnotatedText units = read(R"("start": 15, "end": 23, "text": "năm 2019", "labels": ["Date"])");
  EXPECT_EQ(units.annotations.at(0).span.of(units.text), "năm 2019");
  const AnnotatedText points = read(R"("start": 14, "end": 22, "text": "năm 2019", "labels": ["Date"])");
  EXPECT_EQ(points.annotations.at(0).span, units.annotations.at(0).span);
  EXPECT_THROW(read(R"("start": 13, "end": 21, "text": "năm 2019", "labels": ["Date"])"), InputError);
}

TEST(LabelStudio, PassesOverWhatNobodyFinished) {
  const std::string task = R"([{"data": {"id": "a", "text": "năm 2018"}, "annotations": [{"was_cancelled": true, "result": []}]}])";
  EXPECT_TRUE(read_label_studio(task, "a.json").empty());
  EXPECT_THROW(read_label_studio(R"([{"id": 1, "text": "năm 2018", "label": []}])", "a.json"), InputError);
  EXPECT_THROW(read_label_studio(R"({"data": {}})", "a.json"), InputError);
}

TEST(Annotations, AreReadAsNfc) {
  const std::string text = "nga\u0300y 5/9";
  std::vector<std::string> unknown;
  const Reading read = read_annotations({"a", text, {{"Date", {0, text.size()}, "value=2018-09-05 | colour=red"}}}, unknown);
  EXPECT_EQ(read.of("dates").at(0).text, "ngày 5/9");
  EXPECT_EQ(unknown, std::vector<std::string>{"colour"});
}

TEST(Annotations, FindGoldThatWasWrittenDecomposed) {
  Reading gold;
  gold.items["dates"].emplace_back();
  gold.items["dates"][0].text = "nga\u0300y 5/9";
  std::vector<std::string> lost;
  const AnnotatedText marked = annotate(gold, "Hẹn ngày 5/9.", lost);
  ASSERT_EQ(marked.annotations.size(), 1U);
  EXPECT_EQ(marked.annotations[0].span.of(marked.text), "ngày 5/9");
}

TEST(Annotations, KeepWhatWasNotedWhenAToolHasNoNotes) {
  AnnotatedText marked = marked_article();
  for (Annotation& annotation : marked.annotations) annotation.note.clear();
  EXPECT_EQ(gold_again(marked), write_gold(gold_of_article()));
}

TEST(Annotations, MarkWhatARecordFoundAtItsPlaces) {
  const std::string record =
      R"({"id":"a","text":"năm 2018, nay năm 2018","dates":[{"text":"năm 2018","value":"2018","rule":"p/year","start":14,"end":22}],)"
      R"("people":[],"documents":[],"campaigns":[]})";
  std::vector<std::string> lost;
  const Reading read = read_record(record, "r");
  const AnnotatedText marked = annotate(read, *read.text, lost);
  ASSERT_EQ(marked.annotations.size(), 1U);
  EXPECT_EQ(count_code_points(marked.text.substr(0, marked.annotations[0].span.begin)), 14U);
  EXPECT_EQ(marked.annotations[0].note, "value=2018");
}

TEST(RecordReading, CountsInTheUnitOfTheRecord) {
  const std::string tail = R"(,"text":"🌾 năm 2018","dates":[{"text":"năm 2018","value":"2018","rule":"p/year",)";
  const auto span = [&](const std::string& head, const std::string& places) {
    return read_record("{\"id\":\"a\"" + head + tail + places + "}]}", "r").of("dates").at(0).mentions.at(0).span;
  };
  const Span wanted{5, 14};
  EXPECT_EQ(span("", R"("start":2,"end":10)"), wanted);
  EXPECT_EQ(span(R"(,"offsets":"utf16")", R"("start":3,"end":11)"), wanted);
  EXPECT_EQ(span(R"(,"offsets":"bytes")", R"("start":5,"end":14)"), wanted);
  EXPECT_EQ(span("", R"("start":null,"end":null)"), std::nullopt);
}

TEST(RecordReading, KnowsWhichRuleSetAField) {
  const std::string record =
      R"({"id":"a","source":{"path":"tin/b.txt"},"documents":[{"code":"5/KH","issuer":"UBND","evidence":{"issuer":{"rule":"p/by"}},)"
      R"("mentions":[{"text":"Kế hoạch 5/KH","rule":"p/n"}]}],"people":[{"name":"A","titles":["x","y"],)"
      R"("evidence":{"titles":[{"rule":"p/1"},{"rule":"p/2"}]},"mentions":[]}]})";
  const Reading read = read_record(record, "r");
  EXPECT_EQ(read.file, "b");
  EXPECT_EQ(read.of("documents").at(0).rules.at("issuer"), std::vector<std::string>{"p/by"});
  EXPECT_EQ(read.of("documents").at(0).printed(), "Kế hoạch 5/KH");
  EXPECT_EQ(read.of("people").at(0).rules.at("titles"), (std::vector<std::string>{"p/1", "p/2"}));
  const std::vector<Reading> all{read};
  EXPECT_EQ(by_article(all).count("b"), 1U);
  EXPECT_THROW(read_record("{\"status\":\"ok\"}", "r"), InputError);
}

}  // namespace
}  // namespace boctach
