#ifndef BOCTACH_FORMATS_PUBLISHED_FIELD_H_
#define BOCTACH_FORMATS_PUBLISHED_FIELD_H_

#include <optional>
#include <string>
#include <string_view>

namespace boctach {

// A date field as crawlers write it, as ISO 8601: YYYY-MM-DD or
// YYYY-MM-DDTHH:MM[:SS] (a zone is dropped), or D/M/YYYY; nothing if it is none.
std::optional<std::string> read_published(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_PUBLISHED_FIELD_H_
