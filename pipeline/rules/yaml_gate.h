#ifndef BOCTACH_RULES_YAML_GATE_H_
#define BOCTACH_RULES_YAML_GATE_H_

#include <optional>
#include <string>

#include "rules/diagnose.h"
#include "rules/node.h"

namespace boctach {

// How yaml-cpp is given a text: without the words in its quotes where that
// tells the same (see ElidedText), or as it stands, which is slow. The results
// never differ.
enum class YamlReading { Elided, Whole };

// Reads one rule file, whose text must be in the sources of the reporter's
// rules. YAML that means more than it shows (anchors, aliases, tags, merge
// keys, repeated keys) is refused, and so is what breaks a reader (depth, bad
// UTF-8). Nothing if the text has no tree or not the one it shows; after tags
// and repeated keys the tree is still worth a check.
std::optional<Node> read_yaml(const std::string& file, Reporter& reporter, YamlReading reading = YamlReading::Elided);

}  // namespace boctach

#endif  // BOCTACH_RULES_YAML_GATE_H_
