#include <algorithm>
#include <cstdlib>

#include "rules/choices.h"
#include "rules/readers.h"

namespace boctach {

Text read_text(const Node& node) { return {node.value, node.mark}; }

Pattern read_pattern(const Node& node) {
  Pattern result;
  result.mark = node.mark;
  const std::vector<Node> one = node.is_scalar() ? std::vector<Node>{node} : std::vector<Node>();
  for (const Node& part : node.is_sequence() ? node.children : one) {
    if (!part.is_scalar()) continue;
    Text text = read_text(part);
    // A block scalar ends with a line feed nobody means.
    if (part.style == Node::Style::Block && !text.value.empty() && text.value.back() == '\n') text.value.pop_back();
    result.value += text.value;
    result.parts.push_back(std::move(text));
  }
  return result;
}

FieldRule read_field(const Node& node) {
  FieldRule result;
  result.name = node.key;
  result.mark = node.key_mark;
  static const Choices<FieldType> types = {{"string", FieldType::String}, {"int", FieldType::Int},         {"decimal", FieldType::Decimal},
                                           {"date", FieldType::Date},     {"mention", FieldType::Mention}, {"list", FieldType::List}};
  if (node.is_scalar()) {
    result.type = pick(types, node.value, FieldType::String);
    return result;
  }
  result.type = pick(types, node.text("type"), FieldType::String);
  result.optional = node.boolean("optional", false);
  result.from = node.texts("from");
  if (const Node* constant = node.find("const")) result.constant = constant->value;
  result.split = node.text("split");
  result.max_length = node.integer("max_length");
  result.normalise = node.texts("normalise");
  result.lexicon = node.texts("lexicon");
  result.use = node.text("use");
  result.add = node.text("add");
  result.unknown =
      pick<UnknownValue>({{"flag", UnknownValue::Flag}, {"drop", UnknownValue::Drop}}, node.text("unknown"), UnknownValue::Keep);
  const std::vector<std::string> range = node.texts("range");
  if (range.size() == 2) result.range = {std::atoi(range[0].c_str()), std::atoi(range[1].c_str())};
  result.compose = pick<Compose>({{"date", Compose::Date}, {"interval", Compose::Interval}}, node.text("compose"), Compose::None);
  for (const Node& part : node.members("parts")) result.parts[part.key] = part.value;
  result.kind = node.text("kind");
  result.modifier = node.text("modifier");
  return result;
}

std::vector<FieldRule> read_fields(const Node& rule) {
  std::vector<FieldRule> result;
  for (const Node& field : rule.members("fields")) {
    if (!field.is_null()) result.push_back(read_field(field));
  }
  return result;
}

}  // namespace boctach
