#include <gtest/gtest.h>

#include "filters/chain.h"
#include "text/unicode.h"

namespace boctach {
namespace {

TEST(Invisibles, AreTakenOut) {
  const Case cases[] = {
      {"\uFEFFHà\u200b Nội\u200e", "Hà Nội"},
      {"a\u200cb\u200dc\u2060d\u202ae", "abcde"},
      {"a\x01\x1F\x7F"
       "b",
       "ab"},
      {std::string("a\0b", 3), "ab"},
      {"tab\tvà\nxuống dòng", "tab\tvà\nxuống dòng"},
      {"a\r\nb\rc\n\rd", "a\nb\nc\n\nd"},
      {"a\vb\fc\u0085d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"},
      {"nghị\u00ad quyết", "nghị quyết"},
      {"NĐ\u00adCP, CTr\u00adTW, Đ\u00ad\u00adC", "NĐ-CP, CTrTW, ĐC"},
      {"E\u0302\u00adB", "E\u0302-B"},
  };
  for (const Case& c : cases) EXPECT_EQ(filtered("invisibles", c.in), c.out);
}

TEST(Nfc, ComposesClustersAndKeepsTheRest) {
  const Case cases[] = {
      {"Ủy ban “nhân dân” – 2021", "Ủy ban “nhân dân” – 2021"},
      {"U\u0309y ban nh\u00e2n d\u00e2n", "Ủy ban nhân dân"},
      {"Vie\u0323\u0302t Nam", "Việt Nam"},
      {"Vi\u1ec7t \U0001F600 \u212a", "Việt \U0001F600 K"},
      {"\u0309x", "\u0309x"},
      {"q\u0307\u0323", "q\u0323\u0307"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(filtered("nfc", c.in), c.out);
    EXPECT_EQ(to_nfc(c.in), c.out);
  }
}

TEST(Nfc, MapsAComposedLetterToAllThatMadeIt) {
  TextBuffer buffer(std::string("dân vie\u0323\u0302t"));
  run_filters(buffer, {"nfc"});
  const std::size_t at = buffer.text().find("ệ");
  ASSERT_NE(at, std::string_view::npos);
  EXPECT_EQ(buffer.map().source({at, at + 3}).of(buffer.original()), "e\u0323\u0302");
  EXPECT_EQ(buffer.map().source({at - 1, at}).of(buffer.original()), "i");
  EXPECT_EQ(buffer.map().source({at + 3, at + 4}).of(buffer.original()), "t");
}

TEST(LookAlikes, BecomeTheLettersThatWereMeant) {
  const Case cases[] = {
      {"Ðảng bộ, quyết ðịnh", "Đảng bộ, quyết định"},
      {"116/2020/NÐ-CP", "116/2020/NĐ-CP"},
      {"QyÐ/TW", "QyĐ/TW"},
      {"ông Gunnar Sigurðsson", "ông Gunnar Sigurðsson"},
      {"TT-BT\u0421", "TT-BTC"},
      {"12/QĐ\u2013\u0422\u0421", "12/QĐ\u2013TC"},
      {"\u0391B", "AB"},
      {"\u0421\u0421\u0421\u0420", "\u0421\u0421\u0421\u0420"},
      {"\u041c\u043e\u0441\u043a\u0432\u0430-2", "\u041c\u043e\u0441\u043a\u0432\u0430-2"},
      {"góc \u03b1 = 30", "góc \u03b1 = 30"},
  };
  for (const Case& c : cases) EXPECT_EQ(filtered("look-alikes", c.in), c.out);
}

TEST(Whitespace, IsOneSpaceOrOneBlankLine) {
  const Case cases[] = {
      {"một\u00a0\u2003 \t hai\u3000ba", "một hai ba"},
      {"  đầu\n  giữa  \ncuối  ", "đầu\ngiữa\ncuối"},
      {"a\n \n\t\n\n\nb", "a\n\nb"},
      {"a\nb", "a\nb"},
      {"\n\n a\n\n\n", "a\n"},
      {"   \n ", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(filtered("whitespace", c.in), c.out);
}

TEST(Whitespace, PartsSentencesThatWereGluedTogether) {
  const Case cases[] = {
      {"vì nhân dân.Đồng chí nói", "vì nhân dân. Đồng chí nói"},
      {"có phải không?Ông đáp", "có phải không? Ông đáp"},
      {"nhà mới.Ở đây", "nhà mới. Ở đây"},
      {"xong rồi.Bà về.Ông đi", "xong rồi. Bà về.Ông đi"},
      {"hôm.Nay.Mai", "hôm. Nay. Mai"},
      {"Ths.Bs, Tp.Huế, Đ.V.C, (Ths.Bùi", "Ths.Bs, Tp.Huế, Đ.V.C, (Ths.Bùi"},
      {"http://bao.vn/tin.Html, www.Tin.vn", "http://bao.vn/tin.Html, www.Tin.vn"},
      {"le.van@Bao.Vn, toa.Soan@bao.vn", "le.van@Bao.Vn, toa.Soan@bao.vn"},
      {"nhân dân.Đồng\u00a0chí nam/nữ", "nhân dân. Đồng chí nam/nữ"},
      {"1.200 người. Sau đó", "1.200 người. Sau đó"},
      {"TP.HCM, U.S.Army", "TP.HCM, U.S.Army"},
  };
  for (const Case& c : cases) EXPECT_EQ(filtered("whitespace", c.in), c.out);
}

}  // namespace
}  // namespace boctach
