#ifndef BOCTACH_MATCHING_NORMALISER_H_
#define BOCTACH_MATCHING_NORMALISER_H_

#include <optional>
#include <string>
#include <string_view>

namespace boctach {

// One of the closed list of the rule format.
enum class Normaliser { None, Tidy, Upper, Lower, Fold, StripQuotes, Int, LastWord, Capitalise, Roman };

// None, which leaves a text alone, for a name that the list has not: the loader has refused it.
Normaliser find_normaliser(std::string_view name);
std::string normalise(Normaliser normaliser, std::string_view text);

// What every field value goes through: trimmed, white space made single spaces.
std::string tidy(std::string_view text);

// A Roman numeral (upper or lower case, 1 to 3999), or nothing.
std::optional<int> parse_roman(std::string_view text);

// A number as Vietnamese writes it, 1.200,5, as digits with a point: 1200.5.
// Nothing if it is none.
std::optional<std::string> parse_decimal(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_NORMALISER_H_
