#include "flow/seen_table.h"

#include <gtest/gtest.h>

#include <string>

#include "boctach/failure.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

TEST(SeenTable, TellsWhatCameFirst) {
  const ScratchFolder folder;
  SeenTable table(folder.path(), true);
  EXPECT_FALSE(table.find_or_add(digest({"một"}), "bài 1"));
  EXPECT_FALSE(table.find_or_add(digest({"hai"}), ""));
  EXPECT_EQ(table.find_or_add(digest({"một"}), "bài 3"), "bài 1");
  EXPECT_EQ(table.find_or_add(digest({"hai"}), "bài 4"), "");
}

TEST(SeenTable, ForgetsNothingWhenItMovesToAFileAndGrowsThere) {
  const ScratchFolder folder;
  SeenTable table(folder.path(), true);
  constexpr int many = 100000;
  const auto text = [](int i) { return "bài " + std::to_string(i); };
  for (int i = 0; i < many; ++i) ASSERT_FALSE(table.find_or_add(digest({text(i)}), text(i))) << i;
  for (int i = 0; i < many; i += 7) ASSERT_EQ(table.find_or_add(digest({text(i)}), "x"), text(i));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "its files have no name";
}

TEST(SeenTable, SaysWhereItCannotWrite) {
  SeenTable table("/no/such/directory", false);
  const auto fill = [&] {
    for (int i = 0; i < 20000; ++i) table.find_or_add(digest({std::to_string(i)}), {});
  };
  EXPECT_THROW(fill(), OutputError);
}

TEST(SeenTable, FindsWithoutRemembering) {
  SeenTable table("/tmp", true);
  EXPECT_FALSE(table.find(digest({"một"})));
  EXPECT_FALSE(table.find_or_add(digest({"một"}), "bài 1"));
  EXPECT_EQ(table.find(digest({"một"})), "bài 1");
}

TEST(Digest, IsWrittenAndReadBack) {
  const Digest one = digest({"một"});
  EXPECT_EQ(hex_of({0x0123456789abcdef, 1}), "0123456789abcdef0000000000000001");
  EXPECT_EQ(digest_of_hex(hex_of(one)), one);
  for (const std::string& bad : {std::string(32, '-'), hex_of(one) + "0", hex_of(one).substr(1), "+" + hex_of(one).substr(1)}) {
    EXPECT_FALSE(digest_of_hex(bad)) << bad;
  }
}

TEST(Digest, KnowsWhereATextEndsAndTheNextBegins) {
  EXPECT_EQ(digest({"ab", "c"}), digest({"ab", "c"}));
  EXPECT_FALSE(digest({"ab", "c"}) == digest({"a", "bc"}));
}

TEST(RunningHash, IsThatOfTheWholeHoweverItWasCut) {
  RunningHash whole;
  whole.add("ngày 3 tháng 4");
  RunningHash pieces;
  for (const char* piece : {"ngày ", "3 th", "áng 4"}) pieces.add(piece);
  EXPECT_EQ(whole.text(), pieces.text());
  pieces.add(".");
  EXPECT_NE(whole.text(), pieces.text());
}

}  // namespace
}  // namespace boctach
