#ifndef BOCTACH_MATCHING_NORMALISER_H_
#define BOCTACH_MATCHING_NORMALISER_H_

#include <optional>
#include <string>
#include <string_view>

namespace boctach {

// What a value goes through, by its name in the closed list of the rule format. A
// name it has not leaves the text alone: the loader has refused it.
using Normaliser = std::string (*)(std::string_view text);
Normaliser find_normaliser(std::string_view name);

// What every field value goes through: trimmed, white space made single spaces.
std::string tidy(std::string_view text);

// A Roman numeral (upper or lower case, 1 to 3999), or nothing.
std::optional<int> parse_roman(std::string_view text);

// A number as Vietnamese writes it, 1.200,5, as digits with a point: 1200.5.
// Nothing if it is none.
std::optional<std::string> parse_decimal(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_NORMALISER_H_
