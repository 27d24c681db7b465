#include "filters/utf16.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>

#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t sample_size = 8192;
constexpr std::size_t fewest_units = 8;

// How many units of a sample have zero as their first or second byte, and how
// many another one that Vietnamese has there: letters of 01xx and 1Exx, marks
// of 03xx, punctuation of 20xx.
struct Halves {
  std::size_t zero = 0;
  std::size_t high = 0;
};

Halves count_halves(std::string_view sample, std::size_t first) {
  Halves halves;
  for (std::size_t at = first; at < sample.size(); at += 2) {
    const auto byte = static_cast<std::uint8_t>(sample[at]);
    if (byte == 0) ++halves.zero;
    if (byte == 0x01 || byte == 0x03 || byte == 0x1E || byte == 0x20) ++halves.high;
  }
  return halves;
}

class Units {
 public:
  Units(std::string_view bytes, ByteOrder order) : bytes_(bytes), high_(order == ByteOrder::Little ? 1 : 0) {}

  // The code point at `at` and its bytes.
  [[nodiscard]] Decoded letter(std::size_t at) const {
    if (bytes_.size() - at < 2) return {replacement_character, bytes_.size() - at, false};
    const char32_t first = unit(at);
    if (first < 0xD800 || first > 0xDFFF) return {first, 2, true};
    if (first > 0xDBFF || bytes_.size() - at < 4) return {replacement_character, 2, false};
    const char32_t second = unit(at + 2);
    if (second < 0xDC00 || second > 0xDFFF) return {replacement_character, 2, false};
    return {0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00), 4, true};
  }

 private:
  [[nodiscard]] char32_t unit(std::size_t at) const {
    return (static_cast<std::uint8_t>(bytes_[at + high_]) << 8U) | static_cast<std::uint8_t>(bytes_[at + 1 - high_]);
  }

  std::string_view bytes_;
  std::size_t high_;
};

}  // namespace

std::optional<ByteOrder> utf16_order(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE") return ByteOrder::Little;
  if (bytes.substr(0, 2) == "\xFE\xFF") return ByteOrder::Big;
  if (bytes.empty() || std::memchr(bytes.data(), 0, std::min(bytes.size(), sample_size)) == nullptr) return std::nullopt;
  const std::string_view sample = bytes.substr(0, std::min(bytes.size(), sample_size));
  const std::size_t units = sample.size() / 2;
  const Halves even = count_halves(sample, 0);
  const Halves odd = count_halves(sample, 1);
  const auto is_high = [units](const Halves& high, const Halves& low) {
    return units >= fewest_units && low.zero * 50 <= units && high.zero * 2 >= units && (high.zero + high.high) * 20 >= units * 19;
  };
  if (is_high(odd, even)) return ByteOrder::Little;
  if (is_high(even, odd)) return ByteOrder::Big;
  return std::nullopt;
}

void decode_utf16(TextEditor& editor, ByteOrder order) {
  const Units units(editor.input(), order);
  std::string letter;
  while (!editor.at_end()) {
    const Decoded c = units.letter(editor.position());
    letter.clear();
    append_utf8(letter, c.code_point);
    editor.replace(c.size, letter);
  }
}

}  // namespace boctach
