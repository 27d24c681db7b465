#ifndef BOCTACH_TEXT_HASH_H_
#define BOCTACH_TEXT_HASH_H_

#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// "xxh3:" and 16 hex digits: XXH3-64 over the texts, each preceded by its length.
std::string content_hash(const std::vector<std::string_view>& texts);

}  // namespace boctach

#endif  // BOCTACH_TEXT_HASH_H_
