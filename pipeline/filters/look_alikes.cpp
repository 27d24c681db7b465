#include <array>
#include <string>
#include <utility>

#include "filters/factories.h"
#include "filters/signs.h"
#include "text/code_spacing.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr char32_t capital_eth = 0xD0;
constexpr char32_t small_eth = 0xF0;

// Cyrillic and Greek capitals that print like Latin ones.
constexpr std::array<std::pair<char32_t, char>, 27> capitals{
    {{0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'}, {0x41E, 'O'}, {0x420, 'P'}, {0x421, 'C'},
     {0x422, 'T'}, {0x425, 'X'}, {0x423, 'Y'}, {0x406, 'I'}, {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'},
     {0x399, 'I'}, {0x39A, 'K'}, {0x39C, 'M'}, {0x39D, 'N'}, {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'}, {0x3A5, 'Y'}, {0x3A7, 'X'}}};

char latin_for(char32_t c) {
  for (const auto& [foreign, latin] : capitals) {
    if (foreign == c) return latin;
  }
  return 0;
}

bool belongs_to_token(char32_t c) { return is_word(c) || c == U'/' || c == U'&' || is_dash(c); }

// Puts the Latin letter where a look-alike was typed: Eth for the Vietnamese D
// with stroke (the letter of old code pages) at the start of a word or inside a
// code, Cyrillic and Greek capitals inside codes. Words of other languages keep
// their letters: an Icelandic eth inside a word, a Russian name.
class LookAlikes final : public Filter {
 public:
  [[nodiscard]] std::string_view name() const override { return "look-alikes"; }
  [[nodiscard]] Signs looks_for() const override { return sign::look_alike; }

  void apply(TextEditor& editor, Diagnostics& /*notes*/) const override {
    const std::string_view text = editor.input();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = token_end(text, at);
      if (end == at) {
        at += decode(text, at).size;
        continue;
      }
      repair(editor, {at, end});
      at = end;
    }
  }

 private:
  static std::size_t token_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
      const Decoded c = decode(text, at);
      if (!belongs_to_token(c.code_point)) break;
      at += c.size;
    }
    return at;
  }

  // Letters of one script with digits, slashes and dashes, nothing in small
  // Cyrillic or Greek: what a typist with the wrong keyboard makes of a code.
  static bool is_code(std::string_view token) {
    bool latin = false;
    bool mark = false;
    for (std::size_t at = 0; at < token.size();) {
      const Decoded c = decode(token, at);
      if (c.code_point >= 0x370 && c.code_point < 0x530 && latin_for(c.code_point) == 0) return false;
      latin = latin || (is_upper(c.code_point) && (c.code_point < 0x250 || (c.code_point >= 0x1E00 && c.code_point < 0x1F00)));
      mark = mark || is_digit(c.code_point) || c.code_point == U'/' || is_dash(c.code_point);
      at += c.size;
    }
    return mark || latin;
  }

  static void repair(TextEditor& editor, Span span) {
    const std::string_view text = editor.input();
    const std::string_view token = span.of(text);
    bool code_known = false;
    bool code = false;
    for (std::size_t at = span.begin; at < span.end;) {
      const Decoded c = decode(text, at);
      const char latin = latin_for(c.code_point);
      const bool eth = c.code_point == capital_eth || c.code_point == small_eth;
      if ((latin != 0 || eth) && !code_known) {
        code = is_code(token);
        code_known = true;
      }
      if (eth && (starts_word(text, at) || (code && c.code_point == capital_eth))) {
        editor.keep_until(at);
        editor.replace(c.size, c.code_point == capital_eth ? "\u0110" : "\u0111");
      } else if (latin != 0 && code && !bears_mark(text, at + c.size)) {
        editor.keep_until(at);
        editor.replace(c.size, std::string(1, latin));
      }
      at += c.size;
    }
  }

  // A Latin letter would compose with the mark, and the text is to stay NFC.
  static bool bears_mark(std::string_view text, std::size_t behind) {
    return behind < text.size() && is_mark(decode(text, behind).code_point);
  }

  static bool starts_word(std::string_view text, std::size_t at) { return at == 0 || !is_word(decode_before(text, at).code_point); }
};

}  // namespace

std::unique_ptr<Filter> make_look_alikes() { return std::make_unique<LookAlikes>(); }

}  // namespace boctach
