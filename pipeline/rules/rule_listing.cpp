#include "rules/rule_listing.h"

#include <algorithm>
#include <vector>

#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t origin_column = 100;

std::string written(const Node& node) {
  if (node.is_null()) return "null";
  const bool plain = node.style == Node::Style::Plain && !node.value.empty();
  if (plain) return node.value;
  std::string result = "'";
  for (const char c : node.value) result.append(c == '\'' ? "''" : c == '\n' ? " " : std::string(1, c));
  return result + "'";
}

class Listing {
 public:
  explicit Listing(bool origin) : origin_(origin) {}

  void add(const Node& node, const std::string& before, const std::string& indent) {
    if (node.is_map() || node.is_sequence()) {
      if (node.children.empty()) return line(before + (node.is_map() ? " {}" : " []"), node.mark);
      line(before, node.mark);
      for (const Node& child : node.children) member(node, child, indent);
    } else {
      line(before + " " + written(node), node.mark);
    }
  }

  std::string text;

 private:
  void member(const Node& parent, const Node& child, const std::string& indent) {
    if (parent.is_map()) {
      add(child, indent + child.key + ":", indent + "  ");
    } else if (child.is_map() && !child.children.empty()) {
      // The first member stands behind the dash.
      bool first = true;
      for (const Node& part : child.children) {
        add(part, indent + (first ? "- " : "  ") + part.key + ":", indent + "    ");
        first = false;
      }
    } else {
      add(child, indent + "-", indent + "  ");
    }
  }

  void line(std::string shown, const Mark& mark) {
    if (origin_) {
      const std::size_t width = count_code_points(shown);
      shown.append(width < origin_column ? origin_column - width : 1, ' ');
      shown += "# " + mark.file + ":" + std::to_string(mark.line);
    }
    text += shown + "\n";
  }

  bool origin_;
};

}  // namespace

std::string rule_listing(const LoadedRules& loaded, const Rule& rule, bool origin) {
  Listing listing(origin);
  Node list;
  list.kind = Node::Kind::Sequence;
  list.children.push_back(loaded.trees[static_cast<std::size_t>(rule.order)].node);
  std::vector<Node>& keys = list.children.back().children;
  std::stable_partition(keys.begin(), keys.end(), [](const Node& key) { return key.key == "id"; });
  list.mark = rule.mark;
  const ObjectKind kind = loaded.trees[static_cast<std::size_t>(rule.order)].kind;
  list.key = kind == ObjectKind::Clean ? "clean" : kind == ObjectKind::Veto ? "vetoes" : "rules";
  listing.add(list, list.key + ":", "  ");
  return "# " + rule.full_name() + "\n" + listing.text;
}

}  // namespace boctach
