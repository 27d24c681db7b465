#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "filters/chain.h"
#include "filters/legacy_writer.h"

namespace boctach {
namespace {

struct Outcome {
  std::string text;
  Diagnostics notes;
  OffsetMap map;
};

Outcome converted(std::string_view text, std::string_view name = "legacy-encodings") {
  Outcome outcome;
  TextEditor editor(text);
  make_filter(name)->apply(editor, outcome.notes);
  auto [clean, map] = std::move(editor).finish();
  outcome.text = to_nfc(clean);
  outcome.map = std::move(map);
  return outcome;
}

std::string first_note(const Outcome& outcome) {
  return outcome.notes.empty() ? std::string() : outcome.notes.all().front().code + " " + outcome.notes.all().front().message;
}

const std::string line = "Sáng nay, huyện họp về công tác dân vận; bà con đều đến dự và nêu ý kiến.";

TEST(LegacyEncodings, ReadAPageInEachOfThem) {
  struct Legacy {
    std::size_t column;
    std::string name;
  };
  for (const Legacy& legacy : {Legacy{1, "TCVN3"}, Legacy{2, "VNI"}, Legacy{3, "VISCII"}, Legacy{4, "windows-1258"}}) {
    const std::string text = legacy.column == 3 ? with_plain_quotes(page()) : page();
    const std::string bytes = LegacyWriter(legacy.column)(text);
    for (const std::string& spoilt : {bytes, read_as_windows(bytes)}) {
      const Outcome outcome = converted(spoilt);
      EXPECT_EQ(outcome.text, text) << legacy.name;
      EXPECT_EQ(first_note(outcome).substr(0, 20 + legacy.name.size()), "N102 converted from " + legacy.name);
    }
  }
}

TEST(LegacyEncodings, ReadUtf8ThatWasReadAsWindows1252OnceOrTwice) {
  const std::string once = read_as_windows(page());
  EXPECT_EQ(converted(once).text, page());
  EXPECT_EQ(first_note(converted(once)).substr(0, 46), "N102 converted from UTF-8 read as windows-1252");
  const std::string twice = read_as_windows(once);
  EXPECT_EQ(converted(twice).text, page());
  EXPECT_EQ(first_note(converted(twice)).substr(0, 52), "N102 converted from UTF-8 read as windows-1252 twice");
}

TEST(LegacyEncodings, ReadUtf16InBothOrdersWithAndWithoutMark) {
  const std::string text = page() + "\U0001F600";
  for (const bool big : {false, true}) {
    EXPECT_EQ(converted(as_utf16(text, big)).text, text);
    EXPECT_EQ(converted(as_utf16("\uFEFF" + text, big)).text, "\uFEFF" + text);
    EXPECT_EQ(first_note(converted(as_utf16(text, big))), big ? "N102 converted from UTF-16BE" : "N102 converted from UTF-16LE");
  }
  EXPECT_EQ(converted(as_utf16("\uFEFFHà Nội", false) + std::string("\x3D\xD8", 2) + "x").text, "\uFEFFHà Nội\uFFFD\uFFFD");
  const std::string zeros("a\0b c\0d e\0f g\0h", 15);
  EXPECT_EQ(converted(zeros).text, zeros);
}

TEST(LegacyEncodings, RestoreLettersThatLostAByteIfOnlyOneFits) {
  const std::string text = "Người dân trường học nhiều xã Đồng Mây đã được hỗ trợ, về điều này “ai cũng mừng”, ông nói.";
  EXPECT_EQ(converted(read_as_windows(text, true)).text, text);
  const Outcome ambiguous = converted(read_as_windows(line + " Họ để cờ.", true));
  EXPECT_EQ(ambiguous.text, line + " Họ để c\uFFFD.");
  ASSERT_EQ(ambiguous.notes.size(), 2U);
  EXPECT_EQ(ambiguous.notes.all().back().code, "N103");
}

TEST(LegacyEncodings, TakeAPlainSpaceForTheOneWithoutBreak) {
  const std::string text = "Hội nghị là dịp để bà con và cán bộ gần nhau.";
  std::string spoilt = read_as_windows(text);
  for (std::size_t at = spoilt.find("\u00a0"); at != std::string::npos; at = spoilt.find("\u00a0")) spoilt.replace(at, 2, " ");
  EXPECT_EQ(converted(spoilt).text, text);
}

TEST(LegacyEncodings, LeaveSoundLinesBesideSpoiltOnes) {
  const std::string sound = "Xã Hòa Đồng ra quân đầu năm\n\nTHỊ XÃ” VÀ QUÊ HƯƠNG “CÔ BA”\n";
  EXPECT_EQ(converted(sound + read_as_windows(page() + "\nDịp này,\n")).text, sound + page() + "\nDịp này,\n");
  EXPECT_EQ(converted(sound + read_as_windows(LegacyWriter(1)(page()))).text, sound + page());
  EXPECT_EQ(converted(sound + LegacyWriter(2)(page())).text, sound + page());
}

TEST(LegacyEncodings, GiveTcvn3ItsCapitalsBack) {
  const LegacyWriter tcvn3(1);
  for (const std::string text :
       {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, tỉnh Hà Nam, Bộ Y tế, Sở GTVT", "Tỉnh mở hội nghị. Ở đó, bà con đã góp ý. Đại biểu: “Ủng hộ!”",
        "HÀ NỘI LÀ THỦ ĐÔ CỦA VIỆT NAM; UBND tỉnh đã ký"}) {
    EXPECT_EQ(converted(tcvn3(text)).text, text);
  }
}

TEST(LegacyEncodings, PointAtTheBytesOfEachWord) {
  const LegacyWriter vni(2);
  const std::string spoilt = vni(page());
  const Outcome outcome = converted(spoilt);
  for (const std::string word : {"Huyện Vĩnh Khê", "Lương Quốc Thịnh", "12/3/2019", "“Dân vận khéo”", "217-QĐ/TW"}) {
    const std::size_t at = outcome.text.find(word);
    ASSERT_NE(at, std::string::npos) << word;
    EXPECT_EQ(outcome.map.source({at, at + word.size()}).of(spoilt), vni(word));
  }
}

TEST(LegacyEncodings, AreNotSeenInOtherText) {
  for (const std::string text : {
           "Le préfet a déjà décidé : l'été, la forêt brûlée sera fermée, sauf à la mi-août.",
           "Die Brücke über den Fluß wird für Fußgänger geöffnet; größere Schäden gäbe es nur in Österreich.",
           "El niño español comió piñas y mañana irá a la montaña con su compañero, señor Muñoz.",
           "Diện tích 120 m², cao 15 m³, nhiệt độ 30°C ± 1°C; « Quê hương » © 2021 ® ™ – ½ số hộ",
           "Ông Gunnar Sigurðsson và bà Þóra đến thăm tỉnh, cùng ngài Håkan Åström và cô Zoë Müller",
           "std::cout << \"\u00e0\u00e9\" << '\u00ff'; // \u00ae \u00a9",
           "Chỗ này viết là \u00c3\u00a1 thay cho á, một lần thôi; c\u00f2n l\u1ea1i \u0111\u00fang c\u1ea3",
       }) {
    const Outcome outcome = converted(text);
    EXPECT_EQ(outcome.text, text);
    EXPECT_TRUE(outcome.notes.empty()) << first_note(outcome);
  }
}

TEST(LegacyEncodings, LeaveBrokenUtf8ToItsOwnFilter) {
  const std::string cut = line + "\xE1\xBB";
  EXPECT_EQ(converted(cut).map, OffsetMap::identity(cut.size()));
  const std::string latin =
      "Le pr\xE9"
      "fet a d\xE9j\xE0 d\xE9"
      "cid\xE9 : l'\xE9t\xE9, la for\xEAt br\xFBl\xE9"
      "e sera ferm\xE9"
      "e.";
  EXPECT_EQ(converted(latin).map, OffsetMap::identity(latin.size()));
}

TEST(LegacyEncodings, SayWhatTheyDoNotDare) {
  const Outcome outcome = converted("b¶o vµ hép qzÖt, thµnh wÖw, d©n x·, fÖf");
  EXPECT_TRUE(outcome.map == OffsetMap::identity(outcome.text.size()));
  EXPECT_EQ(first_note(outcome), "N104 looks like TCVN3, but not surely, and was left as it is");
}

// Every text of the project that is meant to be sound, each file as an article
// and each line as one.
TEST(LegacyEncodings, LeaveAThousandCleanLinesAsTheyAre) {
  namespace fs = std::filesystem;
  std::size_t lines = 0;
  const auto filter = make_filter("legacy-encodings");
  const auto is_left = [&](std::string_view text) {
    TextEditor editor(text);
    Diagnostics notes;
    filter->apply(editor, notes);
    return !editor.changed() && notes.empty();
  };
  for (const std::string folder : {"", "rules", "rules/lexicons", "samples/articles", "samples/expected", "pipeline/filters",
                                   "pipeline/text", "pipeline/text/messages"}) {
    for (const auto& entry : fs::directory_iterator(std::string(BOCTACH_SOURCE_DIR) + "/" + folder)) {
      if (!entry.is_regular_file() || entry.path().filename().native().find("bad-bytes") != std::string::npos) continue;
      const std::string text = source_text(folder + "/" + entry.path().filename().string());
      EXPECT_TRUE(is_left(text)) << entry.path();
      std::istringstream rows(text);
      for (std::string row; std::getline(rows, row); ++lines) EXPECT_TRUE(is_left(row)) << row;
    }
  }
  EXPECT_GT(lines, 6000U);
}

TEST(LegacyEncodings, TakeLinearTime) {
  const auto start = std::chrono::steady_clock::now();
  for (const std::string piece : {"\u00ae", "\xE9", "\u00c3", "d\u00a9n ", "\u00e1\u00bb", "\xFF\n", "\u00c4a"}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    converted(text);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(LostLetters, AreCountedByLineAndChangeNothing) {
  const std::string text =
      "Mã xác nhận: L?y l?i m? b?o m?t\n"
      "Có phải không?Ông đáp: “Sao lại thế?”\n"
      "Xem http://bao.vn/tin.php?id=1?x=2 va a?b:c?d:e\n"
      "Ngh\uFFFD quy\uFFFDt s\uFFFD 12\n"
      "Một ch? hỏng thôi";
  const Outcome outcome = converted(text, "lost-letters");
  EXPECT_EQ(outcome.text, text);
  EXPECT_EQ(first_note(outcome), "N105 lines with letters that are lost for good: 2");
  EXPECT_TRUE(converted(page(), "lost-letters").notes.empty());
}

}  // namespace
}  // namespace boctach
