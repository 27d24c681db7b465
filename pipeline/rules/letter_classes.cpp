#include <cstddef>
#include <cstdio>

#include "rules/pattern_text.h"

namespace boctach {
namespace {

// Letters of Vietnamese and of the Latin-written languages beside it (Ede,
// Bahnar, Jrai), listed: \p{Lu} costs RE2 hundreds of instructions a use.
// Latin-1 lies in ranges; the others come in pairs, capital first.
constexpr char32_t pairs[] = {0x102, 0x10C, 0x110, 0x114, 0x12C, 0x128, 0x14E, 0x168, 0x16C, 0x1A0, 0x1AF};
constexpr char32_t first_vietnamese = 0x1EA0;
constexpr char32_t last_vietnamese = 0x1EF9;

std::string escaped(char32_t code_point) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "\\x{%X}", static_cast<unsigned>(code_point));
  return buffer;
}

// `step` 0: the capitals; 1: the small letters.
std::string one_case(char32_t step) {
  std::string result = step == 0 ? "A-Z\\x{C0}-\\x{D6}\\x{D8}-\\x{DE}" : "a-z\\x{DF}-\\x{F6}\\x{F8}-\\x{FF}";
  for (const char32_t capital : pairs) result += escaped(capital + step);
  for (char32_t letter = first_vietnamese; letter < last_vietnamese; letter += 2) result += escaped(letter + step);
  return result;
}

std::string both_cases() {
  std::string result = "A-Za-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{FF}";
  for (const char32_t capital : pairs) result += escaped(capital) + escaped(capital + 1);
  return result + escaped(first_vietnamese) + "-" + escaped(last_vietnamese);
}

}  // namespace

std::optional<std::string> built_in_fragment(std::string_view name) {
  static const std::string upper = "[" + one_case(0) + "]";
  static const std::string lower = "[" + one_case(1) + "]";
  static const std::string letter = "[" + both_cases() + "]";
  if (name == "Upper") return upper;
  if (name == "lower") return lower;
  if (name == "letter") return letter;
  if (name == "Syllable") return "(?:" + upper + "(?:'" + letter + ")?" + lower + "*)";
  if (name == "open") return "\\x{201C}";
  if (name == "close") return "\\x{201D}";
  return std::nullopt;
}

std::vector<std::string> built_in_names() { return {"Upper", "lower", "letter", "Syllable", "open", "close"}; }

}  // namespace boctach
