#ifndef BOCTACH_FILTERS_LEGACY_ENCODING_H_
#define BOCTACH_FILTERS_LEGACY_ENCODING_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "filters/legacy_characters.h"

namespace boctach {

// A way of writing Vietnamese with one byte or two a letter, from before Unicode.
class LegacyEncoding {
 public:
  static LegacyEncoding tcvn3();         // also called ABC: the fonts .VnTime
  static LegacyEncoding vni();           // the fonts VNI-Times
  static LegacyEncoding viscii();        // RFC 1456
  static LegacyEncoding windows_1258();  // what it splits is left to NFC

  [[nodiscard]] std::string_view name() const { return name_; }

  // The text that was meant. `from` are the bytes as windows-1252 shows them;
  // false if a character cannot be such a byte.
  bool decode(const Characters& from, Characters& to) const;

 private:
  LegacyEncoding(std::string_view name, char16_t (*code_of)(std::size_t));

  void add(char16_t code, char16_t letter);
  [[nodiscard]] char16_t pair(std::uint8_t first, std::uint8_t second) const;

  std::string_view name_;
  std::array<char16_t, 256> singles_{};
  std::vector<std::pair<char16_t, char16_t>> pairs_;  // by code
};

}  // namespace boctach

#endif  // BOCTACH_FILTERS_LEGACY_ENCODING_H_
