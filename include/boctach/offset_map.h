#ifndef BOCTACH_OFFSET_MAP_H_
#define BOCTACH_OFFSET_MAP_H_

#include <cstddef>
#include <vector>

#include "boctach/span.h"

namespace boctach {

// Says, for every span of a text, the smallest span of its source that made it.
//
// The text is a row of pieces. A copied piece maps byte to byte; in a replaced
// piece every byte comes from the whole source span of the piece. Every piece
// keeps its source span explicitly, because what was dropped between two pieces
// belongs to neither, and composed maps would otherwise lose it.
//
// Source spans never run backwards: begins and ends both grow along the text.
class OffsetMap {
 public:
  struct Piece {
    Span text;            // never empty
    Span source;          // may be empty: the piece was inserted there
    bool copied = false;  // byte to byte; then both spans have one size

    bool operator==(const Piece&) const = default;
  };

  // The map of an empty text.
  OffsetMap() = default;

  // The map of a text that is its own source.
  static OffsetMap identity(std::size_t size);

  // Adds the next piece behind all others. Pieces with no text only advance
  // the source and are not stored.
  void add_copied(std::size_t size, std::size_t source_begin);
  void add_replaced(std::size_t size, Span source);

  bool operator==(const OffsetMap&) const = default;

  // The smallest source span that made `span` (which must lie in the text).
  // An empty span maps to an empty one: to the place where the byte behind it
  // begins, or, at the end of the text, where the last byte ends. Only where
  // the bytes on its two sides come from one stretch it maps to that stretch.
  [[nodiscard]] Span source(Span span) const;

  // The smallest span of the text whose bytes come, at least in part, from
  // `source`. Empty if nothing of it is left; it then stands where the
  // dropped stretch was.
  [[nodiscard]] Span text(Span source) const;

  // `later` maps a third text to this one's text: the result maps the third
  // text to this one's source.
  [[nodiscard]] OffsetMap then(const OffsetMap& later) const;

  [[nodiscard]] std::size_t text_size() const;
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

 private:
  std::vector<Piece> pieces_;
};

}  // namespace boctach

#endif  // BOCTACH_OFFSET_MAP_H_
