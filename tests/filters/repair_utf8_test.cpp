#include <gtest/gtest.h>

#include "filters/chain.h"
#include "text/unicode.h"

namespace boctach {
namespace {

TEST(RepairUtf8, GivesEveryBadStretchOneReplacement) {
  const Case cases[] = {
      {"Hà Nội", "Hà Nội"},
      {"a\xFF\xFEz", "a\uFFFD\uFFFDz"},
      {"a\xE1\xBAz", "a\uFFFDz"},                        // cut in the middle of a letter
      {"a\xC0\x80z", "a\uFFFD\uFFFDz"},                  // overlong
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // past U+10FFFF
      {"x\xF0\x9F\x98", "x\uFFFD"},                      // the end of the text
      {"\xE1\xE1\xBA\xA1", "\uFFFDạ"},                   // a good lead byte is not eaten
  };
  for (const Case& c : cases) EXPECT_EQ(filtered("repair-utf8", c.in), c.out);
}

TEST(RepairUtf8, CountsInOneNote) {
  TextEditor editor("a\xFF b\xFF c\xE1\xBA");
  Diagnostics notes;
  make_filter("repair-utf8")->apply(editor, notes);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes.all().front().code, "N101");
  EXPECT_NE(notes.all().front().message.find("3"), std::string::npos);
}

TEST(RepairUtf8, SaysNothingOfGoodText) {
  TextEditor editor("Thừa Thiên Huế");
  Diagnostics notes;
  make_filter("repair-utf8")->apply(editor, notes);
  EXPECT_TRUE(notes.empty());
  EXPECT_FALSE(editor.changed());
}

}  // namespace
}  // namespace boctach
