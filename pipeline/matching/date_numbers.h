#ifndef BOCTACH_MATCHING_DATE_NUMBERS_H_
#define BOCTACH_MATCHING_DATE_NUMBERS_H_

#include <optional>
#include <string_view>

namespace boctach {

// The numbers of dates, as printed; nothing if the text is none.

std::optional<int> parse_integer(std::string_view text);  // with or without a sign
// An integer, a Roman numeral, or a Vietnamese word for one to four (quarters).
std::optional<int> parse_ordinal(std::string_view text);

// How a part of the day is called in records (morning, noon, afternoon,
// evening, night), or empty. Takes those names and the Vietnamese words.
std::string_view day_part(std::string_view text);

// The hour of the 24 that `hour` means in a part of the day; SA and CH (the
// Vietnamese AM and PM) are parts too.
int clock_hour(int hour, std::string_view part_of_day);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_DATE_NUMBERS_H_
