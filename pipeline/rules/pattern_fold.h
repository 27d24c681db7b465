#ifndef BOCTACH_RULES_PATTERN_FOLD_H_
#define BOCTACH_RULES_PATTERN_FOLD_H_

#include <string>
#include <string_view>

namespace boctach {

// The letters of an expression as the match view has them (text/fold.h):
// spelling, dashes, spaces, the D with stroke, apostrophes between letters. For
// any other quotation mark stand both that a view may have there, as only a
// text can tell which; a class that names one of the view is left as it is.
// Escapes of ASCII stay, but for \". `pattern` is NFC.
std::string fold_pattern(std::string_view pattern);

}  // namespace boctach

#endif  // BOCTACH_RULES_PATTERN_FOLD_H_
