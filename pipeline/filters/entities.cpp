#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "filters/entity_names.h"
#include "filters/factories.h"
#include "filters/signs.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t longest_entity = 12;  // digits or letters between '&' and ';'

// Numbers 128 to 159 mean Windows-1252, as every browser reads them.
constexpr std::array<char16_t, 32> windows_1252{0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                                0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

struct Reference {
  std::size_t size = 0;  // bytes with '&' and ';'; 0: none
  char32_t character = 0;
};

bool is_entity_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#'; }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

// The character of `#233` or `#xE9`; 0 if it is not a number. What no text may
// hold (NUL, surrogates, past U+10FFFF) is U+FFFD.
char32_t numbered(std::string_view name) {
  name.remove_prefix(1);
  const bool hex = !name.empty() && (name[0] == 'x' || name[0] == 'X');
  if (hex) name.remove_prefix(1);
  if (name.empty()) return 0;
  char32_t value = 0;
  for (const char c : name) {
    const int digit = digit_of(c);
    if (digit >= (hex ? 16 : 10)) return 0;
    value = std::min<char32_t>(value * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  if (value >= 0x80 && value < 0xA0) return windows_1252[value - 0x80];
  const bool storable = value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF) && (value < 0xE000 || value > 0xF8FF);
  return storable ? value : replacement_character;
}

// The entity at `at`, where an '&' stands.
Reference reference_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && end - at <= longest_entity && is_entity_byte(text[end])) ++end;
  if (end >= text.size() || text[end] != ';' || end == at + 1) return {};
  const std::string_view name = text.substr(at + 1, end - at - 1);
  const char32_t character = name[0] == '#' ? numbered(name) : named_entity(name);
  return character == 0 ? Reference{} : Reference{end + 1 - at, character};
}

char32_t guarded(char32_t c) {
  if (c == U'<') return guarded_less;
  if (c == U'>') return guarded_greater;
  return c == U'&' ? guarded_ampersand : c;
}

// Decodes character references. An article that was encoded twice
// (&amp;agrave;) is decoded twice, never more often.
class Entities final : public Filter {
 public:
  [[nodiscard]] std::string_view name() const override { return "entities"; }
  [[nodiscard]] Signs looks_for() const override { return sign::reference | sign::guard; }

  void apply(TextEditor& editor, Diagnostics& /*notes*/) const override {
    const std::string_view text = editor.input();
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == '&') {
        at += replace_reference(editor, at);
      } else if (text[at] == '\xEF') {
        at += replace_guard(editor, at);
      } else {
        ++at;
      }
    }
  }

 private:
  static std::size_t replace_reference(TextEditor& editor, std::size_t at) {
    const std::string_view text = editor.input();
    Reference reference = reference_at(text, at);
    if (reference.size == 0) return 1;
    if (reference.character == U'&') {
      const std::string again = "&" + std::string(text.substr(at + reference.size, longest_entity + 1));
      const Reference inner = reference_at(again, 0);
      if (inner.size > 0) reference = {reference.size + inner.size - 1, inner.character};
    }
    std::string character;
    append_utf8(character, guarded(reference.character));
    editor.keep_until(at);
    editor.replace(reference.size, character);
    return reference.size;
  }

  // The input's own use of the characters that guard is no text.
  static std::size_t replace_guard(TextEditor& editor, std::size_t at) {
    const Decoded c = decode(editor.input(), at);
    if (c.code_point >= guarded_less && c.code_point <= guarded_ampersand) {
      editor.keep_until(at);
      editor.replace(c.size, "\uFFFD");
    }
    return c.size;
  }
};

}  // namespace

std::unique_ptr<Filter> make_entities() { return std::make_unique<Entities>(); }

}  // namespace boctach
