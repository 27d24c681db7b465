#ifndef BOCTACH_FILTERS_TAGS_H_
#define BOCTACH_FILTERS_TAGS_H_

#include <cstddef>
#include <string_view>

namespace boctach {

// What a tag does to the text around it: Block breaks the line, Cell parts
// words, Inline does nothing. None: no tag of HTML, so a '<' of the text.
enum class TagKind { None, Inline, Block, Cell, Script, Style };

struct Tag {
  TagKind kind = TagKind::None;
  std::size_t end = 0;  // behind '>'
  bool closing = false;
};

// The tag at `at`, where a '<' stands. Only names of HTML, the prefixed ones
// of word processors (o:p) and declarations (<!DOCTYPE>, <?xml>) make a tag,
// and only if it ends within 4096 bytes.
Tag tag_at(std::string_view text, std::size_t at);

}  // namespace boctach

#endif  // BOCTACH_FILTERS_TAGS_H_
