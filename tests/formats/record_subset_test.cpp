#include "formats/record_subset.h"

#include <gtest/gtest.h>

namespace boctach {
namespace {

Record record() {
  Record made;
  made.id = "a";
  made.title = "T";
  Item first;
  first.fields = {{"name", std::string("A")}, {"year", std::int64_t{2019}}};
  Item second;
  second.fields = {{"name", std::string("B")}, {"year", std::monostate{}}};
  made.arrays.push_back({"thing", "things", true, {first, second}});
  return made;
}

TEST(RecordSubset, HoldsWhereAllThatIsNamedAgrees) {
  EXPECT_EQ(first_difference(record(), "{}"), "");
  EXPECT_EQ(first_difference(record(), R"({"title":"T","things":[{"name":"A","year":2019},{"year":null}]})"), "");
  EXPECT_EQ(first_difference(record(), R"({"things":[{"name":"B"}]})"), "");
  EXPECT_EQ(first_difference(record(), R"({"things":[{"year":"2019"}]})"), "");
  EXPECT_EQ(first_difference(record(), R"({"things":[]})"), "");
}

TEST(RecordSubset, NamesThePlaceThatDiffers) {
  EXPECT_EQ(first_difference(record(), R"({"title":"U"})"), "title is T, not U");
  EXPECT_EQ(first_difference(record(), R"({"subtitle":"U"})"), "subtitle is not there");
  EXPECT_EQ(first_difference(record(), R"({"things":{"name":"A"}})"), "things is no object");
  EXPECT_EQ(first_difference(record(), R"({"title":["A"]})"), "title is no list");
  EXPECT_EQ(first_difference(record(), R"({"things":[{"name":"B"},{"name":"A"}]})"),
            R"(things lacks {"name":"A"}; last, things has no more elements)");
  EXPECT_EQ(first_difference(record(), R"({"things":[{"name":"C"}]})"), R"(things lacks {"name":"C"}; last, things[1].name is B, not C)");
}

}  // namespace
}  // namespace boctach
