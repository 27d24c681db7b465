#ifndef BOCTACH_MATCHING_DEFINITIONS_H_
#define BOCTACH_MATCHING_DEFINITIONS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "boctach/span.h"

namespace boctach {

// The end of `full` whose words start with the letters of `shortened`, in
// order; marks and case are of no account, nor is what is no letter. Empty if
// it has none: "in the public affairs sector", "PAS" gives "public affairs sector".
Span spelled_out(std::string_view text, Span full, std::string_view shortened);

// The words before `end`, at most `most`, as far as they stand in a row: letters,
// with a space, a comma and a space, or a dash between spaces between them.
Span words_before(std::string_view text, std::size_t end, std::size_t most);

// Where `word` stands between word edges at `from` or behind it.
std::vector<Span> find_word(std::string_view text, std::string_view word, std::size_t from);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_DEFINITIONS_H_
