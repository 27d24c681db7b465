#ifndef BOCTACH_TESTS_FILTERS_LEGACY_WRITER_H_
#define BOCTACH_TESTS_FILTERS_LEGACY_WRITER_H_

#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

#include "text/unicode.h"

namespace boctach {

// A file of the source tree.
inline std::string source_text(const std::string& path) {
  std::ifstream file(std::string(BOCTACH_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Two pages of own text with dates, document numbers, people and campaigns.
inline std::string page() { return source_text("tests/filters/page.txt"); }

// Spoils text on purpose: the way back is what the tests are about.
class LegacyWriter {
 public:
  // `column` of legacy_letters.tsv: 1 tcvn3, 2 vni, 3 viscii, 4 windows-1258.
  explicit LegacyWriter(std::size_t column) {
    std::istringstream lines(source_text("tests/filters/legacy_letters.tsv"));
    for (std::string line; std::getline(lines, line);) {
      if (line.front() == '#') continue;
      std::istringstream cells(line);
      std::array<std::string, 5> cell;
      for (std::string& value : cell) cells >> value;
      std::string bytes;
      for (std::size_t at = 0; at < cell[column].size(); at += 2)
        bytes += static_cast<char>(std::stoi(cell[column].substr(at, 2), nullptr, 16));
      bytes_[cell[0]] = bytes;
    }
  }

  // The bytes; what the encoding lacks as windows-1252 has it.
  [[nodiscard]] std::string operator()(std::string_view text) const {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::string letter(text.substr(at, decode(text, at).size));
      at += letter.size();
      const auto known = bytes_.find(letter);
      out += known != bytes_.end() ? known->second : windows_byte(letter);
    }
    return out;
  }

  static std::string windows_byte(const std::string& letter) {
    const char32_t c = decode(letter, 0).code_point;
    if (c < 0x100) return {static_cast<char>(c)};
    for (int byte = 0x80; byte < 0xA0; ++byte) {
      if (windows_character(static_cast<unsigned char>(byte)) == c) return {static_cast<char>(byte)};
    }
    return "?";
  }

  static char32_t windows_character(unsigned char byte) {
    constexpr std::array<char32_t, 32> windows{0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                               0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                               0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
    return byte >= 0x80 && byte < 0xA0 ? windows[byte - 0x80U] : char32_t{byte};
  }

 private:
  std::map<std::string, std::string> bytes_;
};

// The bytes as windows-1252 shows them, in UTF-8. `lossy`: what it has nothing
// for is gone.
inline std::string read_as_windows(std::string_view bytes, bool lossy = false) {
  std::string out;
  for (const char byte : bytes) {
    const char32_t c = LegacyWriter::windows_character(static_cast<unsigned char>(byte));
    if (!lossy || c < 0x80 || c > 0x9F) append_utf8(out, c);
  }
  return out;
}

inline std::string as_utf16(std::string_view text, bool big) {
  std::string out;
  const auto put = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    out += big ? high : low;
    out += big ? low : high;
  };
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    at += c.size;
    if (c.code_point >= 0x10000) {
      put(0xD800 + ((c.code_point - 0x10000) >> 10U));
      put(0xDC00 + (c.code_point & 0x3FFU));
    } else {
      put(c.code_point);
    }
  }
  return out;
}

// With quotes that every encoding has: VISCII has letters where others have quotes.
inline std::string with_plain_quotes(std::string text) {
  for (const std::string_view quote : {"“", "”"}) {
    for (std::size_t at = text.find(quote); at != std::string::npos; at = text.find(quote)) text.replace(at, quote.size(), "\"");
  }
  return text;
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_FILTERS_LEGACY_WRITER_H_
