#ifndef BOCTACH_MATCHING_NORMALISER_H_
#define BOCTACH_MATCHING_NORMALISER_H_

#include <optional>
#include <string>
#include <string_view>

namespace boctach {

// Applies one normaliser of the closed list of the rule format (trim,
// collapse-space, upper, lower, fold, strip-quotes, int, roman, last-word,
// capitalise).
// A name it does not know leaves the text alone: the loader has refused it.
std::string normalise(std::string_view name, std::string_view text);

// What every field value goes through: trimmed, white space made single spaces.
std::string tidy(std::string_view text);

// A Roman numeral (upper or lower case, 1 to 3999), or nothing.
std::optional<int> parse_roman(std::string_view text);

// A number as Vietnamese writes it, 1.200,5, as digits with a point: 1200.5.
// Nothing if it is none.
std::optional<std::string> parse_decimal(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_NORMALISER_H_
