#include "boctach/offset_map.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>

#include "boctach/text_buffer.h"
#include "boctach/text_editor.h"
#include "text/byte_oracle.h"

namespace boctach {
namespace {

// Edits a text at random and keeps the oracle beside it.
struct RandomEdit {
  std::string text;
  OffsetMap map;
  ByteOracle oracle;
};

// Writes a letter the input does not have: writing what is there would be keeping it.
RandomEdit edit(const std::string& input, char letter, std::mt19937& random) {
  TextEditor editor(input);
  RandomEdit result;
  while (!editor.at_end() || random() % 4 == 0) {
    const std::size_t left = editor.rest().size();
    const std::size_t n = left == 0 ? 0 : random() % (std::min<std::size_t>(left, 4) + 1);
    const std::size_t at = editor.position();
    switch (random() % 3) {
      case 0:
        editor.keep(n);
        for (std::size_t i = 0; i < n; ++i) result.oracle.bytes.push_back({at + i, at + i + 1});
        break;
      case 1:
        editor.drop(n);
        break;
      default: {
        const std::string with(random() % 4, letter);
        editor.replace(n, with);
        for (std::size_t i = 0; i < with.size(); ++i) result.oracle.bytes.push_back({at, at + n});
        break;
      }
    }
  }
  auto [text, map] = std::move(editor).finish();
  result.text = std::move(text);
  result.map = std::move(map);
  return result;
}

TEST(OffsetMap, ComposesAsTheByteOracleDoes) {
  std::mt19937 random(20211203);
  constexpr int chains = 200000;
  for (int chain = 0; chain < chains; ++chain) {
    std::string text(random() % 12, 'a');
    OffsetMap map = OffsetMap::identity(text.size());
    ByteOracle oracle = ByteOracle::identity(text.size());
    for (std::size_t edits = 1 + random() % 4; edits > 0; --edits) {
      const RandomEdit next = edit(text, static_cast<char>('b' + edits), random);
      text = next.text;
      map = map.then(next.map);
      oracle = oracle.then(next.oracle);
    }
    ASSERT_EQ(map.text_size(), text.size());
    ASSERT_EQ(oracle.bytes.size(), text.size());
    for (std::size_t begin = 0; begin <= text.size(); ++begin) {
      for (std::size_t end = begin; end <= text.size(); ++end) {
        ASSERT_EQ(map.source({begin, end}), oracle.source({begin, end})) << "chain " << chain << " span " << begin << ".." << end;
      }
    }
  }
}

TEST(OffsetMap, FindsTheTextThatASourceSpanMade) {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    const std::string input(1 + random() % 12, 'a');
    const RandomEdit made = edit(input, 'x', random);
    const std::size_t begin = random() % input.size();
    const Span source{begin, begin + 1 + random() % (input.size() - begin)};
    const Span text = made.map.text(source);
    for (std::size_t i = 0; i < made.oracle.bytes.size(); ++i) {
      const bool comes_from_it = made.oracle.bytes[i].overlaps(source);
      if (comes_from_it) {
        ASSERT_TRUE(text.begin <= i && i < text.end) << "byte " << i;
      }
    }
    if (!text.empty()) {
      ASSERT_TRUE(made.oracle.bytes[text.begin].overlaps(source));
      ASSERT_TRUE(made.oracle.bytes[text.end - 1].overlaps(source));
    }
  }
}

TEST(TextEditor, CallsWritingTheSameBytesKeeping) {
  TextEditor editor("abc");
  editor.replace(2, "ab");
  EXPECT_FALSE(editor.changed());
  EXPECT_EQ(std::move(editor).finish().map, OffsetMap::identity(3));
}

TEST(TextBuffer, WalksBackThroughEveryRewrite) {
  TextBuffer buffer("0:00 Ng\u00e0y 11 / 7");
  TextEditor first(buffer.text());
  first.drop(5);
  buffer.rewrite(std::move(first));
  TextEditor second(buffer.text());
  second.keep_until(buffer.text().find(" /"));
  second.replace(3, "/");
  buffer.rewrite(std::move(second));
  EXPECT_EQ(buffer.text(), "Ng\u00e0y 11/7");
  const std::size_t begin = buffer.text().find("11");
  const Span raw = buffer.map().source({begin, begin + 4});
  EXPECT_EQ(raw.of(buffer.original()), "11 / 7");
}

}  // namespace
}  // namespace boctach
