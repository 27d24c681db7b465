#include <gtest/gtest.h>

#include <chrono>

#include "filters/chain.h"
#include "filters/entity_names.h"

namespace boctach {
namespace {

std::string without_markup(std::string_view text) {
  TextBuffer buffer{std::string(text)};
  run_filters(buffer, {"entities", "strip-markup"});
  return std::string(buffer.text());
}

TEST(Entities, AreDecodedOnceAndTwiceIfEncodedTwice) {
  const Case cases[] = {
      {"v&agrave; đo&agrave;n kết", "và đoàn kết"},
      {"v&amp;agrave;", "và"},
      {"v&amp;amp;agrave;", "v&agrave;"},
      {"A &amp; B", "A & B"},
      {"&#273;&#x1ED9;i &#X110;", "đội Đ"},
      {"&ldquo;Tết&rdquo; &ndash; &hellip;", "“Tết” – …"},
      {"&#150;&#147;", "–“"},  // Windows-1252 numbers
      {"&nbsp;", "\u00a0"},
      {"&thetasym;&zwnj;&AElig;&apos;", "ϑ\u200cÆ'"},
      {"&#0;&#xD800;&#1114112;&#99999999;&#xE000;", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"R&D, a & b; &khong; &; &#; &#x; &#xZZ; &agrave", "R&D, a & b; &khong; &; &#; &#x; &#xZZ; &agrave"},
      {"x?a=1&lt=2", "x?a=1&lt=2"},
  };
  for (const Case& c : cases) EXPECT_EQ(without_markup(c.in), c.out);
}

TEST(Entities, NameWhatHtmlNames) {
  EXPECT_EQ(named_entity("AElig"), 0xC6U);
  EXPECT_EQ(named_entity("aelig"), 0xE6U);
  EXPECT_EQ(named_entity("zwnj"), 0x200CU);
  EXPECT_EQ(named_entity("Agrave"), 0xC0U);
  EXPECT_EQ(named_entity("AGRAVE"), 0U);
  EXPECT_EQ(named_entity(""), 0U);
}

TEST(Entities, NeverMakeATag) {
  EXPECT_EQ(without_markup("dùng thẻ &lt;b&gt; và &#60;p&#62;"), "dùng thẻ <b> và <p>");
  EXPECT_EQ(without_markup("&amp;lt;b&amp;gt;"), "<b>");
  EXPECT_EQ(without_markup("\uF8F0b\uF8F1 \uF8F2"), "\uFFFDb\uFFFD \uFFFD");
}

TEST(StripMarkup, TakesOutTagsOfHtmlOnly) {
  const Case cases[] = {
      {"<b>Ông</b> <A HREF=\"x\">Lê</A>", "Ông Lê"},
      {"a < b, <3, 1<2>0, <khong>", "a < b, <3, 1<2>0, <khong>"},
      {"<o:p></o:p><st1:place w:st=\"on\">Huế</st1:place>", "Huế"},
      {"<!DOCTYPE html><?xml:namespace prefix = o />x", "x"},
      {"một<br/>hai<br />ba", "một\nhai\nba"},
      {"<p>một</p><p>hai</p>", "một\nhai\n"},
      {"<p>một</p>\n<p>hai</p>", "một\n\nhai\n"},
      {"<ul><li>a</li><li>b</li></ul>", "a\nb\n"},
      {"<tr><td>a</td><td>b</td></tr>", "a  b \n"},
      {"x<!-- ghi chú <b> -->y", "xy"},
      {"x<!-- không đóng", "x<!-- không đóng"},
      {"x<script type=a>if (a < b) { }</script>y<STYLE>p {}</style>z", "xyz"},
      {"x<script>không đóng", "xkhông đóng"},
      {"x</script>y", "xy"},
      {"trước <b không đóng", "trước <b không đóng"},
      {"<br" + std::string(5000, ' ') + ">", "<br" + std::string(5000, ' ') + ">"},
      {"<", "<"},
      {"</", "</"},
  };
  for (const Case& c : cases) EXPECT_EQ(filtered("strip-markup", c.in), c.out) << c.in.substr(0, 60);
}

TEST(StripMarkup, TakesLinearTimeForTagsThatNeverEnd) {
  const auto start = std::chrono::steady_clock::now();
  for (const std::string piece : {"<!--", "<script>", "<style>x</b>", "<a ", "</", "<"}) {
    std::string text;
    while (text.size() < 400000) text += piece;
    filtered("strip-markup", text);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace boctach
