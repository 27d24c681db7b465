#include "filters/factories.h"
#include "filters/signs.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr char32_t soft_hyphen = 0xAD;

// Other ends of a line: vertical tab, form feed, carriage return, NEL, and the
// separators of lines and paragraphs.
bool ends_line(char32_t c) { return (c >= 0xB && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_invisible(char32_t c) {
  if (c < 0x20) return c != U'\n' && c != U'\t';
  if (c < 0xAD) return c >= 0x7F && c < 0xA0;
  return c == soft_hyphen || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// True for a lead byte that starts nothing this filter changes.
bool surely_stays(char byte) {
  const auto b = static_cast<unsigned char>(byte);
  return (b >= 0x20 && b < 0x7F) || b == '\n' || (b >= 0xC3 && b <= 0xD7);
}

// Takes out what no reader sees (zero-width characters, marks of direction,
// control characters, soft hyphens) and makes every line end a line feed. A
// soft hyphen between capitals stands for the hyphen of a document code.
class Invisibles final : public Filter {
 public:
  [[nodiscard]] std::string_view name() const override { return "invisibles"; }
  [[nodiscard]] Signs looks_for() const override { return sign::invisible; }

  void apply(TextEditor& editor, Diagnostics& /*notes*/) const override {
    const std::string_view text = editor.input();
    for (std::size_t at = 0; at < text.size();) {
      if (surely_stays(text[at])) {
        at += static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 2;
        continue;
      }
      if (is_vietnamese_triple(text, at)) {
        at += 3;
        continue;
      }
      const Decoded c = decode(text, at);
      std::size_t size = c.size;
      if (ends_line(c.code_point)) {
        if (text.substr(at, 2) == "\r\n") size = 2;
        editor.keep_until(at);
        editor.replace(size, "\n");
      } else if (is_invisible(c.code_point)) {
        editor.keep_until(at);
        editor.replace(size, c.code_point == soft_hyphen && between_capitals(text, {at, at + size}) ? "-" : "");
      }
      at += size;
    }
  }

 private:
  static bool between_capitals(std::string_view text, Span hyphen) {
    std::size_t before = hyphen.begin;
    while (before > 0 && is_mark(decode_before(text, before).code_point)) before -= decode_before(text, before).size;
    return before > 0 && hyphen.end < text.size() && is_upper(decode_before(text, before).code_point) &&
           is_upper(decode(text, hyphen.end).code_point);
  }
};

}  // namespace

std::unique_ptr<Filter> make_invisibles() { return std::make_unique<Invisibles>(); }

}  // namespace boctach
