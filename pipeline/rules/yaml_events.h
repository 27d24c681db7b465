#ifndef BOCTACH_RULES_YAML_EVENTS_H_
#define BOCTACH_RULES_YAML_EVENTS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// What a YAML reader is told, one after the other: the values of a text
// without its comments, white space and quotes, each with its place.
struct YamlEvent {
  enum class Kind { Null, Alias, Scalar, SequenceStart, SequenceEnd, MapStart, MapEnd, DocumentStart };

  Kind kind = Kind::Null;
  bool flow = false;       // of a start: [] or {}
  std::string value;       // of a scalar
  std::size_t line = 0;    // from 0; of an end: 0
  std::size_t column = 0;  // in bytes, from 0
};

// Nothing if the text is no YAML. A byte order mark must not be in it.
std::optional<std::vector<YamlEvent>> read_events(std::string_view text);

// The first of `events` that says something else than its counterpart in
// `others`; their number if there is none. Places may differ.
std::size_t first_difference(const std::vector<YamlEvent>& events, const std::vector<YamlEvent>& others);

}  // namespace boctach

#endif  // BOCTACH_RULES_YAML_EVENTS_H_
