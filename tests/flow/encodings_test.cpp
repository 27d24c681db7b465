#include <gtest/gtest.h>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "boctach/pipeline.h"
#include "boctach/sink.h"
#include "filters/legacy_writer.h"

namespace boctach {
namespace {

using Writer = std::function<std::string(std::string_view)>;

struct Encoding {
  std::string name;
  Writer write;
};

std::vector<Encoding> encodings() {
  const auto windows = [](const Writer& write) { return [write](std::string_view text) { return read_as_windows(write(text)); }; };
  const auto none = [](std::string_view text) { return std::string(text); };
  const Writer twice = [](std::string_view text) { return read_as_windows(read_as_windows(text)); };
  return {{"TCVN3", LegacyWriter(1)},
          {"TCVN3 in UTF-8", windows(LegacyWriter(1))},
          {"VNI", LegacyWriter(2)},
          {"VNI in UTF-8", windows(LegacyWriter(2))},
          {"VISCII", LegacyWriter(3)},
          {"VISCII in UTF-8", windows(LegacyWriter(3))},
          {"windows-1258", LegacyWriter(4)},
          {"windows-1258 in UTF-8", windows(LegacyWriter(4))},
          {"UTF-8 read as windows-1252", windows(none)},
          {"UTF-8 read as windows-1252 twice", twice},
          {"UTF-16LE", [](std::string_view text) { return as_utf16(text, false); }},
          {"UTF-16BE", [](std::string_view text) { return as_utf16(text, true); }}};
}

class Encodings : public testing::Test {
 protected:
  Encodings()
      : rules_(load_rules(std::string(BOCTACH_SOURCE_DIR) + "/rules", diagnostics_)), pipeline_(Pipeline::make(rules_, {}, diagnostics_)) {}

  // The record, and what the readable view says of it: every value, no place.
  std::pair<Record, std::string> read(Document document) const {
    document.id = "page";
    Record record = pipeline_->run(std::move(document));
    std::ostringstream view;
    const auto sink = make_readable_sink(view, false);
    record.notes.clear();
    sink->write(record);
    sink->finish();
    return {record, view.str()};
  }

  static Document text_article(const std::string& bytes) {
    Document document;
    document.buffer = TextBuffer(bytes);
    return document;
  }

  Diagnostics diagnostics_;
  RuleSet rules_;
  std::unique_ptr<Pipeline> pipeline_;
};

TEST_F(Encodings, GiveTheRecordOfTheUtf8Page) {
  const std::string text = with_plain_quotes(page());
  const auto [record, view] = read(text_article(text));
  EXPECT_NE(view.find("217-QĐ/TW"), std::string::npos);
  EXPECT_NE(view.find("Lương Quốc Thịnh (2 mentions)"), std::string::npos);
  for (const Encoding& encoding : encodings()) {
    EXPECT_EQ(read(text_article(encoding.write(text))).second, view) << encoding.name;
  }
}

TEST_F(Encodings, LeaveEveryMentionOnItsBytes) {
  const std::string text = with_plain_quotes(page());
  for (const Encoding& encoding : encodings()) {
    const std::string bytes = encoding.write(text);
    const Record record = read(text_article(bytes)).first;
    std::size_t mentions = 0;
    for (const LabelArray& array : record.arrays) {
      for (const Item& item : array.items_found) {
        for (const RecordMention& mention : item.mentions) {
          const Place& place = mention.place;
          EXPECT_EQ(bytes.substr(place.raw_start, place.raw_end - place.raw_start), encoding.write(mention.text)) << encoding.name;
          ++mentions;
        }
      }
    }
    EXPECT_GE(mentions, 20U);
  }
}

TEST_F(Encodings, HoldForTitleAuthorAndOutletBesideTheText) {
  const auto article = [](const Writer& write) {
    const std::string title = write("Huyện Vĩnh Khê họp tổng kết");
    Document document;
    document.buffer =
        TextBuffer(title + "\n\n" + write("Sáng 13/4/2021, Huyện uỷ họp về công tác dân vận; bà con đều đến dự và nêu ý kiến."));
    document.fields = {{"title", 0, title.size()}, {"text", title.size() + 2, document.buffer.original().size() - title.size() - 2}};
    document.metadata = {title, "2021-04-14", write("Thu Hằng"), write("Báo Vĩnh Khê")};
    return document;
  };
  const std::string view = read(article([](std::string_view text) { return std::string(text); })).second;
  EXPECT_NE(view.find("by Thu Hằng"), std::string::npos);
  for (const Encoding& encoding : encodings()) {
    if (encoding.name.find("UTF-8") == std::string::npos) continue;
    EXPECT_EQ(read(article(encoding.write)).second, view) << encoding.name;
  }
}

TEST_F(Encodings, LeaveACleanTitleButCleanADirtyOne) {
  Document document;
  const std::string title = "Huy\u1ec7n  V\u0129nh&nbsp;Kh\u00ea h&#7885;p";
  document.buffer = TextBuffer(title + "\n\nSáng 13/4/2021, Huyện uỷ họp.");
  document.metadata.title = title;
  EXPECT_EQ(read(std::move(document)).first.title, "Huyện Vĩnh Khê họp");
}

// One spelling in the lexicon, another in print: what is printed is quoted.
TEST_F(Encodings, OfIAndYAreOneForRulesAndTwoInRecords) {
  const std::string view = read(text_article("Hội nghị có ông Nguyễn Văn Bảy, Tổng Thư kí Hội Luật gia tỉnh, dự khai mạc.")).second;
  EXPECT_NE(view.find("titles=Tổng Thư kí Hội Luật gia tỉnh"), std::string::npos) << view;
}

}  // namespace
}  // namespace boctach
