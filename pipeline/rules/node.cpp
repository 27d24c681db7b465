#include "rules/node.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace boctach {

const Node* Node::find(std::string_view name) const {
  if (kind != Kind::Map) return nullptr;
  for (const Node& child : children) {
    if (child.key == name) return &child;
  }
  return nullptr;
}

std::string Node::text(std::string_view name, const std::string& fallback) const {
  const Node* child = find(name);
  return child != nullptr && child->is_scalar() ? child->value : fallback;
}

int Node::integer(std::string_view name, int fallback) const {
  const std::string written = text(name);
  int result = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), result);
  return error == std::errc() && end == written.data() + written.size() && !written.empty() ? result : fallback;
}

double Node::number(std::string_view name, double fallback) const {
  const std::string written = text(name);
  char* end = nullptr;
  const double result = std::strtod(written.c_str(), &end);
  return !written.empty() && *end == '\0' ? result : fallback;
}

bool Node::boolean(std::string_view name, bool fallback) const {
  const std::string written = text(name);
  if (written == "true") return true;
  if (written == "false") return false;
  return fallback;
}

std::vector<std::string> Node::texts(std::string_view name) const {
  const Node* child = find(name);
  return child != nullptr ? scalars_of(*child) : std::vector<std::string>();
}

const std::vector<Node>& Node::members(std::string_view name) const {
  static const std::vector<Node> none;
  const Node* child = find(name);
  return child != nullptr ? child->children : none;
}

std::vector<std::string> scalars_of(const Node& node) {
  if (node.is_scalar()) return {node.value};
  std::vector<std::string> result;
  for (const Node& child : node.children) {
    if (child.is_scalar()) result.push_back(child.value);
  }
  return result;
}

std::vector<std::string> allowed_codes(const Node& map) {
  std::vector<std::string> codes;
  for (const Node& allowance : map.members("allow")) codes.push_back(allowance.text("code"));
  return codes;
}

bool is_truth_word(std::string_view text) {
  static constexpr std::array<std::string_view, 18> words = {"yes", "Yes", "YES", "no",   "No",   "NO",   "on",    "On",    "ON",
                                                             "off", "Off", "OFF", "true", "True", "TRUE", "false", "False", "FALSE"};
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace boctach
