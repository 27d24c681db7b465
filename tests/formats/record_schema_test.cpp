#include "boctach/record_schema.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <set>
#include <string>

#include "boctach/record.h"

namespace boctach {
namespace {

template <typename Names>
std::set<std::string> set_of(const Names& names) {
  return {names.begin(), names.end()};
}

std::set<std::string> properties_of(const rapidjson::Value& object) {
  std::set<std::string> names;
  for (const auto& member : object["properties"].GetObject()) names.insert(member.name.GetString());
  return names;
}

// What loading keeps arrays and fields from being called is what records have.
TEST(RecordSchema, HasTheKeysThatNoArrayAndNoFieldMayHave) {
  RuleSet rules;
  rules.packs.emplace_back().records = {{"note", "notes_found", true, 0, {}, {}}, {"proof", "proofs", false, 0, {}, {}}};
  rapidjson::Document schema;
  schema.Parse(record_json_schema(rules).c_str());
  ASSERT_FALSE(schema.HasParseError());
  std::set<std::string> keys = set_of(record_keys);
  keys.insert({"notes_found", "proofs"});
  EXPECT_EQ(properties_of(schema), keys);
  const rapidjson::Value& definitions = schema["$defs"];
  EXPECT_EQ(properties_of(definitions["label:note"]), set_of(item_keys));
  EXPECT_EQ(properties_of(definitions["label:proof"]), set_of(mention_keys));
  EXPECT_TRUE(definitions.HasMember("note") && definitions.HasMember("proof"));
}

}  // namespace
}  // namespace boctach
