#ifndef BOCTACH_TEXT_CASE_ORBITS_H_
#define BOCTACH_TEXT_CASE_ORBITS_H_

#include <string>
#include <vector>

namespace boctach {

// A character with others that differ from it by case alone (simple case
// folding of Unicode), ascending, itself among them; empty if it has none.
const std::u32string& case_orbit(char32_t c);

// All characters that have such an orbit, ascending.
const std::vector<char32_t>& characters_with_case();

}  // namespace boctach

#endif  // BOCTACH_TEXT_CASE_ORBITS_H_
