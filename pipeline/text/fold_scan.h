#ifndef BOCTACH_TEXT_FOLD_SCAN_H_
#define BOCTACH_TEXT_FOLD_SCAN_H_

#include <cstddef>
#include <string_view>

namespace boctach {

// The next character, from `from` on, that fold_view() has to look at; all
// before it surely stay as they are, outside of document codes. The size of the
// text if there is none.
std::size_t find_foldable(std::string_view text, std::size_t from);

}  // namespace boctach

#endif  // BOCTACH_TEXT_FOLD_SCAN_H_
