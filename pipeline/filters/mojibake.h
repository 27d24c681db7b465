#ifndef BOCTACH_FILTERS_MOJIBAKE_H_
#define BOCTACH_FILTERS_MOJIBAKE_H_

#include "filters/legacy_characters.h"

namespace boctach {

// UTF-8 that was read as windows-1252 becomes what it was. Stretches that are
// no such thing stay as they are, so it may stand beside sound text.
//
// Some letters lose their last byte on the way (windows-1252 has nothing for
// 81, 8D, 8F, 90, 9D; a space without break becomes a plain one; a soft hyphen
// goes). They come back where only one letter makes a syllable, or one that is
// usual; else they are U+FFFD.
Characters undo_mojibake(const Characters& from);

}  // namespace boctach

#endif  // BOCTACH_FILTERS_MOJIBAKE_H_
