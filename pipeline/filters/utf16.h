#ifndef BOCTACH_FILTERS_UTF16_H_
#define BOCTACH_FILTERS_UTF16_H_

#include <optional>
#include <string_view>

#include "boctach/text_editor.h"

namespace boctach {

enum class ByteOrder { Little, Big };

// UTF-16 says so by its byte order mark. Without one it is sure where every
// second byte is one that begins no Vietnamese text in bytes: zero, 01, 1E, 20.
std::optional<ByteOrder> utf16_order(std::string_view bytes);

// Makes it UTF-8. Halves of pairs and of units become U+FFFD.
void decode_utf16(TextEditor& editor, ByteOrder order);

}  // namespace boctach

#endif  // BOCTACH_FILTERS_UTF16_H_
