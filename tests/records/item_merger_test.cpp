#include "records/item_merger.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace boctach {
namespace {

using Said = std::map<std::string_view, std::string>;

// What an item shows of three mentions that share a key.
Said shown(const std::string& prefer, const std::vector<Said>& mentions) {
  Rule rule;
  rule.key = {{"name", false, {}}};
  rule.prefer = prefer;
  ItemMerger merger;
  for (const Said& mention : mentions) {
    FieldMap fields;
    for (const auto& [name, text] : mention) fields[name].texts = {text};
    merger.add(rule, fields, {});
  }
  Said result;
  for (const auto& [name, texts] : merger.items().at(0).fields) result[name] = texts.texts.empty() ? "" : texts.texts.front();
  return result;
}

const std::vector<Said> mentions = {{{"name", "A"}, {"kind", "phong trào"}},
                                    {{"name", "a"}, {"kind", "cuộc vận động"}, {"period", "2021"}},
                                    {{"name", "A"}, {"kind", "phong trào thi đua yêu nước"}}};

TEST(ItemMerger, ShowsTheFieldsOfTheFirstMention) {
  const Said wanted = {{"name", "A"}, {"kind", "phong trào"}, {"period", "2021"}};
  EXPECT_EQ(shown("", mentions), wanted);
  EXPECT_EQ(shown("first", mentions), wanted);
}

TEST(ItemMerger, ShowsTheFieldsOfTheRichestMention) {
  EXPECT_EQ(shown("richest", mentions), (Said{{"name", "a"}, {"kind", "cuộc vận động"}, {"period", "2021"}}));
  EXPECT_EQ(shown("richest", {mentions[1], mentions[0]}), (Said{{"name", "a"}, {"kind", "cuộc vận động"}, {"period", "2021"}}));
}

TEST(ItemMerger, ShowsTheLongestOfEachField) {
  EXPECT_EQ(shown("longest", mentions), (Said{{"name", "A"}, {"kind", "phong trào thi đua yêu nước"}, {"period", "2021"}}));
}

TEST(ItemMerger, TakesAValueForOneThatItBegins) {
  Rule rule;
  rule.key = {{"number", false, {}}, {"issuer", true, {}, true}};
  const auto items = [&](const std::vector<std::string>& issuers) {
    ItemMerger merger;
    for (const std::string& issuer : issuers) {
      FieldMap fields;
      fields["number"].texts = {"16"};
      fields["issuer"].texts = {issuer};
      merger.add(rule, std::move(fields), {});
    }
    return merger.items().size();
  };
  EXPECT_EQ(items({"UBND tỉnh", "UBND tỉnh Sơn La"}), 1U);
  EXPECT_EQ(items({"UBND tỉnh Sơn La", "ubnd tỉnh"}), 1U);
  EXPECT_EQ(items({"UBND tỉnh", "UBND tỉnhSơn La"}), 2U);
  EXPECT_EQ(items({"UBND tỉnh", "UBND huyện"}), 2U);
  EXPECT_EQ(items({"UBND tỉnh Sơn La", "UBND tỉnh Hà Nam", "UBND tỉnh"}), 2U);
  rule.key[1].if_begins = false;
  EXPECT_EQ(items({"UBND tỉnh", "UBND tỉnh Sơn La"}), 2U);
}

TEST(ItemMerger, LeavesAShortFormOfNothingOut) {
  Rule full;
  full.key = {{"name", false, {}}};
  Rule brief;
  brief.key = {{"given", false, {}}, {"name", true, {}}};
  brief.join = "existing";
  const auto texts = [](const Said& mention) {
    FieldMap fields;
    for (const auto& [name, text] : mention) fields[name].texts = {text};
    return fields;
  };
  ItemMerger merger;
  merger.add(brief, texts({{"given", "Tấn"}}), {});
  merger.add(full, texts({{"name", "Trần Văn Tấn"}, {"given", "Tấn"}}), {});
  merger.add(full, texts({{"name", "Lê Tấn"}, {"given", "Tấn"}}), {});
  merger.add(brief, texts({{"given", "Tấn"}}), {});
  merger.add(brief, texts({{"given", "Bưởi"}}), {});
  ASSERT_EQ(merger.items().size(), 2U);
  EXPECT_EQ(merger.items().at(0).mentions.size(), 1U);
  EXPECT_EQ(merger.items().at(1).mentions.size(), 2U);
}

}  // namespace
}  // namespace boctach
