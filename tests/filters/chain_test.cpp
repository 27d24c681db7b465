#include "filters/chain.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <random>

#include "text/unicode.h"

namespace boctach {
namespace {

// Stretches that filters have something to do with, and some that they have not.
constexpr std::array<std::string_view, 66> stretches{"Ủy ban",
                                                     "nhân dân",
                                                     "tỉnh",
                                                     "NĐ",
                                                     "-",
                                                     "/",
                                                     "CP",
                                                     "2021",
                                                     "12",
                                                     " ",
                                                     "  ",
                                                     "\n",
                                                     "\n\n",
                                                     "\t",
                                                     "\r\n",
                                                     "\r",
                                                     "\v",
                                                     "\f",
                                                     "\u00a0",
                                                     "\u2003",
                                                     "\u3000",
                                                     "\u2028",
                                                     "\u0085",
                                                     "\u200b",
                                                     "\uFEFF",
                                                     "\u00ad",
                                                     "\u200e",
                                                     "\x01",
                                                     "\x7f",
                                                     "\u0301",
                                                     "\u0323",
                                                     "\u0302",
                                                     "\u0309",
                                                     "\u031b",
                                                     "e",
                                                     "E",
                                                     "o",
                                                     "O",
                                                     "Ð",
                                                     "ð",
                                                     "\u0421",
                                                     "\u0422",
                                                     "\u0430",
                                                     "\u0391",
                                                     "\u03b1",
                                                     ".",
                                                     ".",
                                                     "?",
                                                     "!",
                                                     "@",
                                                     "\u2013",
                                                     "\u201c",
                                                     "\u1100\u1161",
                                                     "\uFFFD",
                                                     "\U0001F600",
                                                     "\xFF",
                                                     "\xE1\xBA",
                                                     "\xF0\x9F",
                                                     "\u212b",
                                                     "Th",
                                                     "d\u00a9n",
                                                     "nh\u00a9n vi\u00d6n",
                                                     "T\u00f8nh u\u00fb",
                                                     "\u00c3\u00a1",
                                                     "v\u00e1\u00bb\u0081 ",
                                                     "\xF1y"};

// The last of them, in other encodings: how many of them make a text one of
// those is decided by counting, so what later filters change may decide it anew.
constexpr std::size_t in_one_encoding = 60;

std::string dirty_text(std::mt19937& random, std::size_t kinds = stretches.size()) {
  std::string text;
  for (std::size_t left = random() % 24; left > 0; --left) text += stretches[random() % kinds];
  return text;
}

TEST(FilterNames, AreInTheOrderTheyRunIn) {
  EXPECT_EQ(filter_names(), (std::vector<std::string>{"legacy-encodings", "repair-utf8", "entities", "strip-markup", "invisibles", "nfc",
                                                      "look-alikes", "whitespace", "lost-letters"}));
  for (const std::string& name : filter_names()) EXPECT_EQ(make_filter(name)->name(), name);
  EXPECT_EQ(make_filter("no-such-filter"), nullptr);
}

TEST(FilterChain, ChangesNothingTheSecondTime) {
  std::mt19937 random(1975);
  for (int round = 0; round < 60000; ++round) {
    TextBuffer once(dirty_text(random, in_one_encoding));
    run_filters(once);
    TextBuffer twice{std::string(once.text())};
    run_filters(twice);
    ASSERT_EQ(once.text(), twice.text()) << "from " << testing::PrintToString(once.original());
    ASSERT_EQ(twice.map(), OffsetMap::identity(once.text().size()));
  }
}

TEST(FilterChain, LeavesComposedValidTextAndAGrowingMap) {
  std::mt19937 random(1945);
  for (int round = 0; round < 40000; ++round) {
    TextBuffer buffer(dirty_text(random));
    run_filters(buffer);
    const std::string_view text = buffer.text();
    ASSERT_TRUE(is_valid_utf8(text));
    ASSERT_EQ(to_nfc(text), text);
    Span last;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t size = decode(text, at).size;
      const Span source = buffer.map().source({at, at + size});
      ASSERT_LE(source.end, buffer.original().size());
      ASSERT_LE(last.begin, source.begin);
      ASSERT_LE(last.end, source.end);
      last = source;
      at += size;
    }
  }
}

TEST(FilterChain, KeepsCleanTextAsItIs) {
  const std::string clean = "Ủy ban nhân dân tỉnh ban hành Quyết định số 12/QĐ-UBND.\n\nÔng K'Ré nói: “Phải làm ngay” – ngày 5/3/2021…\n";
  for (const std::string& name : filter_names()) {
    TextEditor editor(clean);
    Diagnostics notes;
    make_filter(name)->apply(editor, notes);
    EXPECT_FALSE(editor.changed()) << name;
    EXPECT_TRUE(notes.empty()) << name;
  }
}

TEST(FilterChain, CleansAPageAndKnowsWhereEachWordStood) {
  TextBuffer buffer(std::string("\uFEFF<p>Ngh&#7883;&nbsp; quy\u00ea\u0301t 18\u00ad-NQ/TW</p>\r\n<p>C\u1ee7a Ða\u0309ng</p>"));
  run_filters(buffer);
  EXPECT_EQ(buffer.text(), "Nghị quyết 18-NQ/TW\n\nCủa Đảng\n");
  const std::size_t at = buffer.text().find("Nghị quyết");
  const Span raw = buffer.map().source({at, at + std::string_view("Nghị quyết").size()});
  EXPECT_EQ(raw.of(buffer.original()), "Ngh&#7883;&nbsp; quy\u00ea\u0301t");
}

TEST(FilterChain, TakesLinearTime) {
  const auto start = std::chrono::steady_clock::now();
  for (const std::string piece :
       {"dân.Đồng", "abc.", " \n", "\u0301", "A\u00ad", "&amp;", "Ð", "&", "\u0421-", "\xE1", "x.Ab@", "\u00ae", "a?b ", "\u00c3"}) {
    std::string text;
    while (text.size() < 200000) text += piece;
    TextBuffer buffer(text);
    run_filters(buffer);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

}  // namespace
}  // namespace boctach
