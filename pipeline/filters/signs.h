#ifndef BOCTACH_FILTERS_SIGNS_H_
#define BOCTACH_FILTERS_SIGNS_H_

#include <string_view>

#include "boctach/filter.h"

namespace boctach {

// What a text may hold that some filter has to look at, a bit each (8 to 12 are free:
// signs_of() keeps its state there). A sign may stand where there is nothing to do, but
// is never missing where there is.
namespace sign {
inline constexpr Signs broken = 1U << 0;      // bytes that are not UTF-8; all other signs stand then too
inline constexpr Signs zero = 1U << 1;        // the byte 0
inline constexpr Signs odd_letter = 1U << 2;  // a letter that tells of another encoding, see odd_characters()
inline constexpr Signs reference = 1U << 3;   // an ampersand
inline constexpr Signs tag = 1U << 4;         // what may start a tag
inline constexpr Signs guard = 1U << 5;       // EF, which starts the characters that guard, and U+FFFD
inline constexpr Signs invisible = 1U << 6;   // control characters and others without a shape
inline constexpr Signs loose_mark = 1U << 7;  // what is not surely NFC
inline constexpr Signs look_alike = 1U << 13;
inline constexpr Signs spacing = 1U << 14;      // other white space than one space or line feed in its place, or a stop without one
inline constexpr Signs lost_letter = 1U << 15;  // a question mark
}  // namespace sign

// One walk over the text, which may be any bytes.
Signs signs_of(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_FILTERS_SIGNS_H_
