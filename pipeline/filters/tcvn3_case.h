#ifndef BOCTACH_FILTERS_TCVN3_CASE_H_
#define BOCTACH_FILTERS_TCVN3_CASE_H_

#include "filters/legacy_characters.h"

namespace boctach {

// TCVN3 has no capitals with a tone mark: they are the small letters in a font
// of capitals, and without the font all are small. Gives those back their size
// whose word shows it: inside a word of capitals, beside such words, and at
// the start of a sentence. `text` is one line or part of one.
void restore_capitals(Characters& text);

}  // namespace boctach

#endif  // BOCTACH_FILTERS_TCVN3_CASE_H_
