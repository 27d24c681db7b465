#ifndef BOCTACH_TESTS_RULES_YAML_READING_H_
#define BOCTACH_TESTS_RULES_YAML_READING_H_

#include <string>

#include "rules/yaml_gate.h"

namespace boctach {

inline void describe(const Node& node, std::string& out) {
  const auto place = [&](const Mark& mark) { out += std::to_string(mark.line) + ':' + std::to_string(mark.column) + ' '; };
  place(node.key_mark);
  out += node.key + '|';
  place(node.mark);
  out += std::to_string(static_cast<int>(node.kind)) + std::to_string(static_cast<int>(node.style));
  out += (node.is_cut ? "#" : "") + std::string(node.flow ? "~" : "") + node.value + '(';
  for (const Node& child : node.children) describe(child, out);
  out += ")\n";
}

// All that reading a rule file gives, tree and diagnostics, as text.
inline std::string reading_of(const std::string& text, YamlReading reading) {
  RuleSet rules;
  rules.sources["pack.yaml"] = text;
  Diagnostics diagnostics;
  Reporter reporter(rules, diagnostics);
  const auto tree = read_yaml("pack.yaml", reporter, reading);
  std::string out;
  if (tree) describe(*tree, out);
  for (const Diagnostic& diagnostic : diagnostics.all()) out += format(diagnostic);
  return out;
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_RULES_YAML_READING_H_
