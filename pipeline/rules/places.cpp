#include <algorithm>

#include "rules/checks.h"

namespace boctach {

void for_each_pattern(const Rule& rule, const std::function<void(const Pattern&)>& visit) {
  visit(rule.pattern);
  if (rule.each) visit(rule.each->pattern);
  if (!rule.clean.until.value.empty()) visit(rule.clean.until);
  for (const ContextRule& context : rule.context) visit(context.pattern);
  for (const ContextRule& context : rule.except) visit(context.pattern);
}

Mark mark_under(const RuleTree& tree, std::initializer_list<std::string_view> path) {
  const Node* node = &tree.node;
  for (const std::string_view step : path) {
    const auto found = std::find_if(node->children.begin(), node->children.end(), [&](const Node& child) {
      return node->is_map() ? child.key == step : child.value == step || child.text("field") == step;
    });
    if (found == node->children.end()) break;
    node = &*found;
  }
  return node->mark;
}

Mark mark_of(const RuleSet& rules, const Pattern& pattern, std::string_view needle, int nth) {
  for (const Text& part : pattern.parts) {
    for (std::size_t at = part.value.find(needle); at != std::string::npos; at = part.value.find(needle, at + 1)) {
      if (nth-- == 0) return mark_inside(rules, part, at);
    }
  }
  return pattern.mark;
}

}  // namespace boctach
