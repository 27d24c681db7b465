#include <string>

#include "filters/factories.h"
#include "filters/signs.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Bytes that are not UTF-8 become U+FFFD, one for each stretch that a decoder
// would give up at once. How many there were is a note on the article.
class RepairUtf8 final : public Filter {
 public:
  [[nodiscard]] std::string_view name() const override { return "repair-utf8"; }
  [[nodiscard]] Signs looks_for() const override { return sign::broken; }

  void apply(TextEditor& editor, Diagnostics& notes) const override {
    const std::string_view text = editor.input();
    std::size_t bad = 0;
    for (std::size_t at = 0; at < text.size();) {
      const Decoded c = decode(text, at);
      if (!c.valid) {
        editor.keep_until(at);
        editor.replace(c.size, "\uFFFD");
        ++bad;
      }
      at += c.size;
    }
    if (bad > 0) notes.note("N101", "bytes that are not UTF-8 were replaced: " + std::to_string(bad));
  }
};

}  // namespace

std::unique_ptr<Filter> make_repair_utf8() { return std::make_unique<RepairUtf8>(); }

}  // namespace boctach
