#include "records/document_keys.h"

#include <gtest/gtest.h>

#include "records/same_text.h"

namespace boctach {
namespace {

ReadItem document(const std::string& text, std::map<std::string, std::string> fields) {
  ReadItem item;
  item.text = text;
  item.fields = std::move(fields);
  return item;
}

TEST(SameText, FoldsHowAPieceIsTypeset) {
  EXPECT_EQ(fold_text("  “Dân vận  khéo”. "), "dân vận khéo");
  EXPECT_EQ(fold_text("Ðất – Đai"), "đất - đai");
  EXPECT_EQ(fold_text("a\u0323\u0302"), "ậ");
  EXPECT_EQ(fold_name("Hoà, THUỶ"), fold_name("hòa, thủy"));
  EXPECT_NE(fold_text("Hoà"), fold_text("Hòa"));
}

TEST(SameText, OverlapsOnlyWithTheSameNumbers) {
  EXPECT_TRUE(texts_overlap("Sáng 20/8", "20/8"));
  EXPECT_FALSE(texts_overlap("20/8/2018", "20/8"));
  EXPECT_FALSE(texts_overlap("", "20/8"));
  EXPECT_TRUE(texts_overlap("cuối tháng 11", "tháng 11"));
  EXPECT_FALSE(texts_overlap("ngày 5 đến ngày 6", "ngày 5"));
}

TEST(SameText, ContainsARunOfTwoWholeWords) {
  EXPECT_TRUE(contains_words("UBND huyện Yên Lãng", "UBND huyện"));
  EXPECT_TRUE(contains_words("huyện Yên", "UBND huyện Yên Lãng"));
  EXPECT_FALSE(contains_words("UBND", "UBND huyện Yên Lãng"));
  EXPECT_FALSE(contains_words("UBND Yên Lãng", "UBND huyện Yên Lãng"));
  EXPECT_TRUE(contains_words("UBND", "ubnd"));
  EXPECT_FALSE(contains_words("", ""));
}

TEST(DocumentKeys, AreTheWholeNumberHoweverItIsWritten) {
  const std::string key = "code:302020NĐCP";
  EXPECT_EQ(document_key(document("", {{"code", "30/2020/NĐ-CP"}})), key);
  EXPECT_EQ(document_key(document("", {{"number", "030"}, {"year", "2020"}, {"symbol", "NÐ – CP"}})), key);
  EXPECT_EQ(document_key(document("", {{"number", "30/2020/nđ-cp"}})), key);
}

TEST(DocumentKeys, FallBackToTypeAndNumberThenToTheName) {
  EXPECT_EQ(document_key(document("Chỉ thị 05", {{"type", "Chỉ thị"}, {"number", "05"}})), "num:chỉ thị:5");
  EXPECT_EQ(document_key(document("Luật Đất đai", {{"name", "Luật Đất đai"}})), "name:luật đất đai");
  EXPECT_EQ(document_key(document("Nghị quyết Đại hội", {})), "name:nghị quyết đại hội");
  EXPECT_EQ(document_key(document("246", {{"number", "246"}, {"year", "2019"}})), "num::246");
}

TEST(DistinctDocuments, MergeMentionsAndFillInWhatTheFirstLacks) {
  ReadItem first = document("Chỉ thị 12", {{"number", "12"}, {"symbol", "CT/TU"}});
  first.optional = true;
  const ReadItem second = document("Chỉ thị số 12-CT/TU", {{"number", "12"}, {"symbol", "CT/TU"}, {"issuer", "Tỉnh ủy"}, {"date", "2020"}});
  const std::vector<ReadItem> items = distinct_documents({first, second});
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].text, "Chỉ thị 12");
  EXPECT_EQ(items[0].get("issuer"), "Tỉnh ủy");
  EXPECT_EQ(items[0].get("date"), "2020");
  EXPECT_FALSE(items[0].optional);
}

TEST(DistinctDocuments, MakeShortFormsOptionalBesideTheFullOne) {
  const ReadItem full = document("", {{"type", "Nghị quyết"}, {"code", "02-NQ/TU"}});
  const ReadItem bare = document("", {{"type", "Nghị quyết"}, {"number", "02"}});
  const ReadItem other = document("", {{"type", "Chỉ thị"}, {"number", "02"}});
  const ReadItem law = document("", {{"name", "Bộ luật Hình sự"}});
  const ReadItem edition = document("", {{"name", "Bộ luật Hình sự năm 2015"}});
  const std::vector<ReadItem> items = distinct_documents({full, bare, other, law, edition});
  ASSERT_EQ(items.size(), 5U);
  EXPECT_FALSE(items[0].optional);
  EXPECT_TRUE(items[1].optional);
  EXPECT_FALSE(items[2].optional);
  EXPECT_TRUE(items[3].optional);
  EXPECT_FALSE(items[4].optional);
}

}  // namespace
}  // namespace boctach
