#include "text/offset_units.h"

#include "text/unicode.h"

namespace boctach {
namespace {

std::optional<std::size_t> byte_at(std::string_view text, std::size_t from, std::size_t units, OffsetUnit unit) {
  std::size_t at = from;
  while (units > 0 && at < text.size()) {
    const Decoded c = decode(text, at);
    const std::size_t wide = unit == OffsetUnit::Bytes ? c.size : unit == OffsetUnit::Utf16 && c.code_point > 0xFFFF ? 2 : 1;
    if (wide > units) return std::nullopt;
    units -= wide;
    at += c.size;
  }
  if (units > 0) return std::nullopt;
  return at;
}

}  // namespace

std::size_t units_before(std::string_view text, std::size_t byte, OffsetUnit unit) {
  const std::string_view before = text.substr(0, byte);
  if (unit == OffsetUnit::Bytes) return before.size();
  return unit == OffsetUnit::Utf16 ? count_utf16_units(before) : count_code_points(before);
}

std::optional<Span> span_of_units(std::string_view text, std::size_t begin, std::size_t end, OffsetUnit unit) {
  if (begin > end) return std::nullopt;
  const std::optional<std::size_t> first = byte_at(text, 0, begin, unit);
  if (!first) return std::nullopt;
  const std::optional<std::size_t> last = byte_at(text, *first, end - begin, unit);
  if (!last) return std::nullopt;
  return Span{*first, *last};
}

}  // namespace boctach
