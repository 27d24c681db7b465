#ifndef BOCTACH_FILTERS_ENTITY_NAMES_H_
#define BOCTACH_FILTERS_ENTITY_NAMES_H_

#include <string_view>

namespace boctach {

// The character an HTML entity name stands for, or 0. Names are case-sensitive.
char32_t named_entity(std::string_view name);

}  // namespace boctach

#endif  // BOCTACH_FILTERS_ENTITY_NAMES_H_
