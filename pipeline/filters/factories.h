#ifndef BOCTACH_FILTERS_FACTORIES_H_
#define BOCTACH_FILTERS_FACTORIES_H_

#include <memory>

#include "boctach/filter.h"

namespace boctach {

// One factory a filter; its file says what it does.
std::unique_ptr<Filter> make_legacy_encodings();
std::unique_ptr<Filter> make_repair_utf8();
std::unique_ptr<Filter> make_entities();
std::unique_ptr<Filter> make_strip_markup();
std::unique_ptr<Filter> make_invisibles();
std::unique_ptr<Filter> make_nfc();
std::unique_ptr<Filter> make_look_alikes();
std::unique_ptr<Filter> make_whitespace();
std::unique_ptr<Filter> make_lost_letters();

// Entities run before tags are stripped, but what an entity made is text and
// never a tag. Until strip-markup has run, such characters travel as these
// private ones. A text of people has none; if the input has, it is U+FFFD.
inline constexpr char32_t guarded_less = 0xF8F0;
inline constexpr char32_t guarded_greater = 0xF8F1;
inline constexpr char32_t guarded_ampersand = 0xF8F2;

}  // namespace boctach

#endif  // BOCTACH_FILTERS_FACTORIES_H_
