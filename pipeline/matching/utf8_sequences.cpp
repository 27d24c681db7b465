#include "matching/utf8_sequences.h"

namespace boctach {
namespace {

constexpr std::array<char32_t, 3> last_of_size = {0x7F, 0x7FF, 0xFFFF};

// Surrogates too, which stand in no text: they lie inside of ranges.
std::size_t encode(char32_t c, std::array<std::uint8_t, 4>& bytes) {
  static constexpr std::array<std::uint8_t, 4> leads = {0, 0xC0, 0xE0, 0xF0};
  std::size_t size = 1;
  while (size < 4 && c > last_of_size[size - 1]) ++size;
  for (std::size_t i = size; i > 1; --i, c >>= 6) bytes[i - 1] = static_cast<std::uint8_t>(0x80 | (c & 0x3F));
  bytes[0] = static_cast<std::uint8_t>(leads[size - 1] | c);
  return size;
}

void split(char32_t first, char32_t last, std::vector<Utf8Sequence>& sequences) {
  for (const char32_t border : last_of_size) {
    if (first <= border && border < last) {
      split(first, border, sequences);
      return split(border + 1, last, sequences);
    }
  }
  // Behind a byte that is a range all others must be of any value.
  for (unsigned tail = 1; tail < 4 && first > 0x7F; ++tail) {
    const char32_t mask = (char32_t{1} << (6 * tail)) - 1;
    if ((first & ~mask) == (last & ~mask)) continue;
    if ((first & mask) != 0) {
      split(first, first | mask, sequences);
      return split((first | mask) + 1, last, sequences);
    }
    if ((last & mask) != mask) {
      split(first, (last & ~mask) - 1, sequences);
      return split(last & ~mask, last, sequences);
    }
  }
  std::array<std::uint8_t, 4> from{};
  std::array<std::uint8_t, 4> to{};
  Utf8Sequence sequence{{}, encode(first, from)};
  encode(last, to);
  for (std::size_t i = 0; i < sequence.size; ++i) sequence.bytes[i] = {from[i], to[i]};
  sequences.push_back(sequence);
}

}  // namespace

Utf8Sequence utf8_sequence(char32_t c) {
  std::array<std::uint8_t, 4> bytes{};
  Utf8Sequence sequence{{}, encode(c, bytes)};
  for (std::size_t i = 0; i < sequence.size; ++i) sequence.bytes[i] = {bytes[i], bytes[i]};
  return sequence;
}

std::vector<Utf8Sequence> utf8_sequences(CharacterRange range) {
  std::vector<Utf8Sequence> sequences;
  append_utf8_sequences(range, sequences);
  return sequences;
}

void append_utf8_sequences(CharacterRange range, std::vector<Utf8Sequence>& sequences) { split(range.first, range.last, sequences); }

}  // namespace boctach
