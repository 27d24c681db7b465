#include "filters/signs.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "boctach/text_editor.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Every filter that looks for none of the signs of a text leaves it as it is.
void expect_no_sign_is_missing(const std::string& text) {
  static const std::vector<std::unique_ptr<Filter>> filters = [] {
    std::vector<std::unique_ptr<Filter>> made;
    for (const std::string& name : filter_names()) made.push_back(make_filter(name));
    return made;
  }();
  const Signs signs = signs_of(text);
  const bool valid = is_valid_utf8(text);
  EXPECT_EQ((signs & sign::broken) != 0, !valid) << text;
  for (const auto& filter : filters) {
    if ((signs & filter->looks_for()) != 0) continue;
    TextEditor editor(text);
    Diagnostics notes;
    filter->apply(editor, notes);
    EXPECT_FALSE(editor.changed()) << filter->name() << ": " << text;
    EXPECT_TRUE(notes.empty()) << filter->name() << ": " << text;
  }
}

TEST(Signs, AreNotFoundInCleanText) {
  const std::string clean =
      "ĐẢNG BỘ TỈNH: Ủy ban nhân dân tỉnh ban hành Quyết định số 12/QĐ-UBND.\n\nÔng K'Ré nói: “Phải làm ngay!” – ngày 5/3/2021… TP.HCM,\n"
      "v.v. 35°C, 12,5 m², 1.234 ha; (a) GS.TS Nguyễn Văn Ỵ";
  std::string text;
  while (text.size() < 5000) {
    EXPECT_EQ(signs_of(text), 0) << text;
    text += clean;
    EXPECT_EQ(signs_of(text), 0) << text;
    text += ". Và\n";
  }
}

TEST(Signs, AreFoundAtEveryPlace) {
  const std::string words = "nhân dân tỉnh Quảng Ninh ";
  std::string clean;
  while (clean.size() < 400) clean += words;
  clean += "hết";
  const std::array<std::pair<std::string_view, Signs>, 12> marks{{{"\xFF", all_signs},
                                                                  {std::string_view("\0", 1), sign::zero | sign::invisible},
                                                                  {"\u00ae", sign::odd_letter},
                                                                  {"&", sign::reference},
                                                                  {"<", sign::tag},
                                                                  {"\u200b", sign::invisible},
                                                                  {"\u0301", sign::loose_mark},
                                                                  {"\u00d0", sign::look_alike},
                                                                  {"\u0422", sign::look_alike},
                                                                  {"\t", sign::spacing},
                                                                  {"\u00a0", sign::spacing},
                                                                  {"?", sign::lost_letter}}};
  for (const auto& [mark, signs] : marks) {
    for (std::size_t at = 0; at <= clean.size(); ++at) {
      if (at < clean.size() && (static_cast<unsigned char>(clean[at]) & 0xC0) == 0x80) continue;
      std::string text = clean;
      text.insert(at, mark);
      EXPECT_EQ(signs_of(text) & signs, signs) << at << ": " << mark;
    }
  }
  for (std::size_t at = 0; at < clean.size(); ++at) {
    if (static_cast<unsigned char>(clean[at]) < 0x80) continue;
    std::string text = clean;
    text.erase(at, 1);
    EXPECT_EQ(signs_of(text), all_signs) << at;
  }
}

TEST(Signs, AreMissingForNoCharacter) {
  for (char32_t c = 1; c < 0x110000; c += c < 0x30000 ? 1 : 0x101) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string character;
    append_utf8(character, c);
    for (const std::string& text :
         {"a" + character + "a", "a" + character, character + "a", "A ơ." + character + "ba", "abc" + character + ".Ba"})
      expect_no_sign_is_missing(text);
  }
}

TEST(Signs, AreMissingForNoBytes) {
  constexpr std::size_t broken = 8;  // at the end of them
  std::mt19937 random(11);
  constexpr std::array<std::string_view, 62> pieces{"abc",
                                                    "dân",
                                                    "Đ",
                                                    "ơ",
                                                    "ư",
                                                    "Ủy",
                                                    "ệ",
                                                    "12",
                                                    ".",
                                                    ".",
                                                    "!",
                                                    "?",
                                                    " ",
                                                    " ",
                                                    " ",
                                                    "\n",
                                                    "\n",
                                                    "\t",
                                                    "\r",
                                                    "\u00a0",
                                                    "\u2003",
                                                    "\u2009",
                                                    "\u3000",
                                                    "\u2028",
                                                    "\u0085",
                                                    "\u200b",
                                                    "\u00ad",
                                                    "\u202a",
                                                    "\u2060",
                                                    "\u180e",
                                                    "\u1680",
                                                    "\u061c",
                                                    "\ufeff",
                                                    "\ufffd",
                                                    "\uf8f0",
                                                    "\u0301",
                                                    "\u1e9a",
                                                    "\u1ea0",
                                                    "\u0344",
                                                    "&",
                                                    "&amp;",
                                                    "&lt",
                                                    "<",
                                                    "<b>",
                                                    "<!--",
                                                    "-->",
                                                    "\u00d0",
                                                    "\u00f0",
                                                    "\u0410",
                                                    "\u0391",
                                                    "\u00ae",
                                                    "\u0153",
                                                    "“",
                                                    "\x01",
                                                    "\xC3",
                                                    "\x80",
                                                    "\xE1",
                                                    "\xBA",
                                                    "\xED\xA0\x80",
                                                    "\xF4\x90",
                                                    "\xC0\x80",
                                                    "\xE2\x80"};
  for (int i = 0; i < 60000; ++i) {
    std::string text;
    const auto whole = std::uniform_int_distribution<std::size_t>(1, i % 20 == 0 ? 300 : 8)(random);
    const std::size_t kinds = i % 3 == 0 ? pieces.size() : i % 3 == 1 ? pieces.size() - broken : 20;
    for (std::size_t n = 0; n < whole; ++n) text += pieces[std::uniform_int_distribution<std::size_t>(0, kinds - 1)(random)];
    expect_no_sign_is_missing(text);
  }
}

}  // namespace
}  // namespace boctach
