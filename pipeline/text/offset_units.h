#ifndef BOCTACH_TEXT_OFFSET_UNITS_H_
#define BOCTACH_TEXT_OFFSET_UNITS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "boctach/record_builder.h"
#include "boctach/span.h"

namespace boctach {

// How many units of `text` stand before a byte, which begins a character or is the end.
std::size_t units_before(std::string_view text, std::size_t byte, OffsetUnit unit);

// The byte range between two counts of units; none if they lie outside of the
// text, inside a character, or in the wrong order.
std::optional<Span> span_of_units(std::string_view text, std::size_t begin, std::size_t end, OffsetUnit unit);

}  // namespace boctach

#endif  // BOCTACH_TEXT_OFFSET_UNITS_H_
