#include "boctach/offset_map.h"

#include <algorithm>
#include <cassert>

namespace boctach {

OffsetMap OffsetMap::identity(std::size_t size) {
  OffsetMap map;
  map.add_copied(size, 0);
  return map;
}

void OffsetMap::add_copied(std::size_t size, std::size_t source_begin) {
  if (size == 0) return;
  const Span source{source_begin, source_begin + size};
  if (!pieces_.empty() && pieces_.back().copied && pieces_.back().source.end == source_begin) {
    pieces_.back().text.end += size;
    pieces_.back().source.end += size;
    return;
  }
  const std::size_t begin = text_size();
  pieces_.push_back({{begin, begin + size}, source, true});
}

void OffsetMap::add_replaced(std::size_t size, Span source) {
  if (size == 0) return;
  const std::size_t begin = text_size();
  assert(pieces_.empty() || (pieces_.back().source.begin <= source.begin && pieces_.back().source.end <= source.end));
  pieces_.push_back({{begin, begin + size}, source, false});
}

std::size_t OffsetMap::text_size() const { return pieces_.empty() ? 0 : pieces_.back().text.end; }

Span OffsetMap::source(Span span) const {
  assert(span.begin <= span.end && span.end <= text_size());
  if (pieces_.empty()) return {};
  const auto source_of = [this](std::size_t byte) {
    const auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), byte, [](std::size_t b, const Piece& p) { return b < p.text.end; });
    if (!piece->copied) return piece->source;
    const std::size_t begin = piece->source.begin + (byte - piece->text.begin);
    return Span{begin, begin + 1};
  };
  if (!span.empty()) return {source_of(span.begin).begin, source_of(span.end - 1).end};
  const std::size_t before = span.begin > 0 ? source_of(span.begin - 1).end : 0;
  const std::size_t behind = span.begin < text_size() ? source_of(span.begin).begin : before;
  return {behind, std::max(before, behind)};
}

Span OffsetMap::text(Span source) const {
  // Source spans grow along the text, so the pieces that touch `source` are neighbours.
  const auto first = std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& p) { return p.source.end <= source.begin; });
  if (first == pieces_.end()) return {text_size(), text_size()};
  const auto from = [&](const Piece& p) {
    return p.copied && source.begin > p.source.begin ? p.text.begin + (source.begin - p.source.begin) : p.text.begin;
  };
  Span found{from(*first), from(*first)};
  bool any = false;
  for (auto piece = first; piece != pieces_.end() && piece->source.begin < source.end; ++piece) {
    if (!piece->source.overlaps(source)) continue;
    if (!any) found.begin = from(*piece);
    any = true;
    found.end = piece->copied && source.end < piece->source.end ? piece->text.begin + (source.end - piece->source.begin) : piece->text.end;
  }
  return any ? found : Span{found.begin, found.begin};
}

OffsetMap OffsetMap::then(const OffsetMap& later) const {
  OffsetMap result;
  for (const Piece& piece : later.pieces_) {
    if (!piece.copied) {
      result.add_replaced(piece.text.size(), source(piece.source));
      continue;
    }
    auto mine = std::upper_bound(pieces_.begin(), pieces_.end(), piece.source.begin,
                                 [](std::size_t byte, const Piece& p) { return byte < p.text.end; });
    for (std::size_t at = piece.source.begin; at < piece.source.end; ++mine) {
      const std::size_t size = std::min(piece.source.end, mine->text.end) - at;
      if (mine->copied) {
        result.add_copied(size, mine->source.begin + (at - mine->text.begin));
      } else {
        result.add_replaced(size, mine->source);
      }
      at += size;
    }
  }
  return result;
}

}  // namespace boctach
