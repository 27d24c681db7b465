#ifndef BOCTACH_RECORDS_SAME_TEXT_H_
#define BOCTACH_RECORDS_SAME_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// When two people wrote down the same piece of an article. All take any UTF-8.

// NFC, lower case, one form of dashes, apostrophes and D with stroke, no
// quotation marks, single spaces, none of " .,;:" at either end.
std::string fold_text(std::string_view text);

// The same, with the tone marks of open oa, oe, uy in one place.
std::string fold_name(std::string_view text);

// The runs of digits of a text.
std::vector<std::string> digit_runs(std::string_view text);

// Equal, or one is part of the other and both have the same numbers; never true of an empty one.
bool texts_overlap(std::string_view a, std::string_view b);

// Equal, or one is a run of at least two whole words of the other.
bool contains_words(std::string_view a, std::string_view b);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_SAME_TEXT_H_
