#ifndef BOCTACH_RULES_SCALAR_EXTENT_H_
#define BOCTACH_RULES_SCALAR_EXTENT_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "rules/yaml_events.h"

namespace boctach {

// Where a scalar stands in its file, in bytes. The events say only where it
// begins.
struct ScalarExtent {
  std::size_t event = 0;  // its index
  std::size_t begin = 0;
  std::size_t end = 0;  // behind the closing quote; of a block scalar, behind its last line feed

  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  [[nodiscard]] bool is_block(std::string_view text) const { return begin < end && (text[begin] == '|' || text[begin] == '>'); }
};

// The extents of all scalars of a text, from its events, which must be free of
// tags and anchors (the gate sees to that). The empty lines behind a block
// scalar belong to it only if it keeps them (`|+`).
std::vector<ScalarExtent> scalar_extents(std::string_view text, const std::vector<YamlEvent>& events);

}  // namespace boctach

#endif  // BOCTACH_RULES_SCALAR_EXTENT_H_
