#ifndef BOCTACH_TEXT_SENTENCES_H_
#define BOCTACH_TEXT_SENTENCES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "boctach/span.h"

namespace boctach {

// The sentences of a text, in order; together with the white space between
// them they cover it. A sentence ends at . ? ! or an ellipsis before a space
// and a capital or number (closing quotes and brackets may stand between), at a
// line feed and at the end; not behind a known abbreviation (TP., Ths., T.U),
// an initial or the number of a list item. Symbols of the view (private use) count as capitals.
std::vector<Span> split_sentences(std::string_view text);

// The places, ascending, of the bytes where a sentence may end. They tell all
// that needs to be looked at, here and in a text that other symbols stand in.
using Stops = std::vector<std::uint32_t>;
Stops find_stops(std::string_view text);
std::vector<Span> split_sentences(std::string_view text, const Stops& stops);

// Lines without their line feed; paragraphs are runs of lines with no blank line between.
std::vector<Span> split_lines(std::string_view text);
std::vector<Span> split_paragraphs(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_TEXT_SENTENCES_H_
