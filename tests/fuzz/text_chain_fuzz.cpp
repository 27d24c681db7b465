// Any bytes through all filters: what comes out is composed UTF-8, and the alignment back agrees with the byte oracle.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "boctach/filter.h"
#include "boctach/text_buffer.h"
#include "boctach/text_editor.h"
#include "filters/signs.h"
#include "fuzz/require.h"
#include "text/byte_oracle.h"
#include "text/fold.h"
#include "text/unicode.h"

namespace {

using boctach::ByteOracle;
using boctach::OffsetMap;
using boctach::require;
using boctach::Span;
using boctach::TextBuffer;
using boctach::TextEditor;

// What an edit's own map says of each byte.
ByteOracle bytes_of(const OffsetMap& map) {
  ByteOracle oracle;
  for (const OffsetMap::Piece& piece : map.pieces()) {
    for (std::size_t i = 0; i < piece.text.size(); ++i) {
      const std::size_t begin = piece.source.begin + i;
      oracle.bytes.push_back(piece.copied ? Span{begin, begin + 1} : piece.source);
    }
  }
  return oracle;
}

struct Chain {
  TextBuffer buffer;
  ByteOracle oracle;

  explicit Chain(std::string input) : buffer(std::move(input)), oracle(ByteOracle::identity(buffer.text().size())) {}

  // Applies an edit twice: once to the buffer, once to the oracle.
  template <typename Edit>
  void apply(Edit edit) {
    TextEditor shown(buffer.text());
    edit(shown);
    oracle = oracle.then(bytes_of(std::move(shown).finish().map));
    TextEditor editor(buffer.text());
    edit(editor);
    buffer.rewrite(std::move(editor));
  }

  void check() const {
    const std::string_view text = buffer.text();
    require(buffer.map().text_size() == text.size() && oracle.bytes.size() == text.size(), "a map of another size");
    Span last;
    for (std::size_t at = 0; at < text.size();) {
      const Span letter{at, at + boctach::decode(text, at).size};
      const Span source = buffer.map().source(letter);
      require(source == oracle.source(letter), "not what the oracle says");
      require(source.begin <= source.end && source.end <= buffer.original().size(), "outside the original");
      require(last.begin <= source.begin && last.end <= source.end, "runs backwards");
      last = source;
      at = letter.end;
    }
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  Chain chain(std::string(bytes, bytes + size));
  boctach::Diagnostics notes;
  for (const std::string& name : boctach::filter_names()) {
    const auto filter = boctach::make_filter(name);
    const bool looked_for = (boctach::signs_of(chain.buffer.text()) & filter->looks_for()) != 0;
    const std::size_t noted = notes.all().size();
    chain.apply([&](TextEditor& editor) {
      filter->apply(editor, notes);
      require(looked_for || (!editor.changed() && notes.all().size() == noted), "a sign is missing");
    });
    chain.check();
    require(name == "legacy-encodings" || boctach::is_valid_utf8(chain.buffer.text()), "not UTF-8");
  }
  require(boctach::to_nfc(chain.buffer.text()) == chain.buffer.text(), "not NFC");
  chain.apply([](TextEditor& editor) { boctach::fold_view(editor); });
  chain.check();
  const std::string view(chain.buffer.text());
  require(boctach::fold_view(view) == view, "folded twice it is another");
  return 0;
}
