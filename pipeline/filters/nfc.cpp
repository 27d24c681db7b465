#include <unicode/normalizer2.h>

#include <cassert>
#include <cstdint>
#include <string>

#include "filters/factories.h"
#include "filters/signs.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Composes letters and their marks (Unicode NFC), cluster by cluster, so that
// every composed letter maps to the letters that made it. Clusters that are
// surely composed, as almost all of Vietnamese are, cost no call of ICU.
class Nfc final : public Filter {
 public:
  Nfc() {
    UErrorCode status = U_ZERO_ERROR;
    nfc_ = icu::Normalizer2::getNFCInstance(status);
    assert(U_SUCCESS(status));
  }

  [[nodiscard]] std::string_view name() const override { return "nfc"; }
  [[nodiscard]] Signs looks_for() const override { return sign::loose_mark; }

  void apply(TextEditor& editor, Diagnostics& /*notes*/) const override {
    const std::string_view text = editor.input();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = cluster_end(text, at);
      const std::string_view cluster = text.substr(at, end - at);
      if (!surely_nfc(cluster)) {
        const std::string composed = to_nfc(cluster);
        if (composed != cluster) {
          editor.keep_until(at);
          editor.replace(cluster.size(), composed);
        }
      }
      at = end;
    }
  }

 private:
  // Nothing composes or reorders across the end of a cluster.
  [[nodiscard]] std::size_t cluster_end(std::string_view text, std::size_t at) const {
    at += decode(text, at).size;
    while (at < text.size()) {
      const Decoded c = decode(text, at);
      if (c.code_point < 0x300 || nfc_->hasBoundaryBefore(static_cast<UChar32>(c.code_point))) break;
      at += c.size;
    }
    return at;
  }

  const icu::Normalizer2* nfc_ = nullptr;
};

}  // namespace

std::unique_ptr<Filter> make_nfc() { return std::make_unique<Nfc>(); }

}  // namespace boctach
