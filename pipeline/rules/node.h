#ifndef BOCTACH_RULES_NODE_H_
#define BOCTACH_RULES_NODE_H_

#include <string>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"

namespace boctach {

// A value of a rule file, built from the gated YAML events: a plain tree with
// no sharing, at most 32 deep, every value with its place. Scalars are text;
// what a scalar means is said by the table of keys, never by YAML.
struct Node {
  enum class Kind { Null, Scalar, Sequence, Map };
  enum class Style { Plain, Single, Double, Block };

  Kind kind = Kind::Null;
  Style style = Style::Plain;  // of a scalar
  bool is_cut = false;         // a plain scalar that ends at one space and a '#'
  bool flow = false;           // a sequence or map in [] or {}
  std::string value;           // of a scalar
  Mark mark;
  std::string key;  // in a map
  Mark key_mark;
  std::vector<Node> children;

  [[nodiscard]] bool is_null() const { return kind == Kind::Null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::Scalar; }
  [[nodiscard]] bool is_sequence() const { return kind == Kind::Sequence; }
  [[nodiscard]] bool is_map() const { return kind == Kind::Map; }

  // The value under `name` in a map, or null.
  [[nodiscard]] const Node* find(std::string_view name) const;

  // Readers of a map's values. They fall back on absence and on a wrong kind,
  // which the check against the table of keys has reported by then.
  [[nodiscard]] std::string text(std::string_view name, const std::string& fallback = "") const;
  [[nodiscard]] int integer(std::string_view name, int fallback = 0) const;
  [[nodiscard]] double number(std::string_view name, double fallback = 0.0) const;
  [[nodiscard]] bool boolean(std::string_view name, bool fallback) const;
  // A list of scalars; a single scalar counts as a list of one.
  [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;
  // A list or a map; nothing if it is absent.
  [[nodiscard]] const std::vector<Node>& members(std::string_view name) const;
};

// The scalars of a sequence, or the one scalar.
std::vector<std::string> scalars_of(const Node& node);

// The codes under `allow` of a map: warnings its author has looked at.
std::vector<std::string> allowed_codes(const Node& map);

// Words YAML 1.1 reads as truth values.
bool is_truth_word(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_RULES_NODE_H_
