#include <cstdlib>

#include "rules/json_text.h"
#include "rules/readers.h"

namespace boctach {
namespace {

// A number as JSON writes it, which leaves 0123 and 1. to text.
bool is_json_number(const std::string& text) {
  std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  const std::size_t digits =
      text.find_first_not_of("0123456789", at) == std::string::npos ? text.size() - at : text.find_first_not_of("0123456789", at) - at;
  if (digits == 0 || (digits > 1 && text[at] == '0')) return false;
  at += digits;
  if (at == text.size()) return true;
  return text[at] == '.' && at + 1 < text.size() && text.find_first_not_of("0123456789", at + 1) == std::string::npos;
}

std::map<std::string, std::string> read_expectation(const Node& node) {
  std::map<std::string, std::string> result;
  for (const Node& field : node.children) {
    std::string& joined = result[field.key];
    for (const std::string& element : scalars_of(field)) joined += (joined.empty() ? "" : " | ") + element;
  }
  return result;
}

}  // namespace

std::string json_of(const Node& node) {
  if (node.is_null()) return "null";
  if (node.is_scalar()) {
    const bool bare = node.style == Node::Style::Plain && (node.value == "true" || node.value == "false" || is_json_number(node.value));
    return bare ? node.value : json_string(node.value);
  }
  std::string result(1, node.is_map() ? '{' : '[');
  for (const Node& child : node.children) {
    if (result.size() > 1) result += ',';
    if (node.is_map()) result += json_string(child.key) + ":";
    result += json_of(child);
  }
  return result + (node.is_map() ? '}' : ']');
}

Example read_example(const Node& node, bool counter) {
  Example result;
  result.mark = node.mark;
  result.counter = counter;
  if (const Node* text = node.find("text")) result.text = read_text(*text);
  result.why = node.text("why");
  result.todo = node.boolean("todo", false);
  if (const Node* expect = node.find("expect")) {
    if (expect->is_map()) result.expect.push_back(read_expectation(*expect));
    for (const Node& one : expect->is_sequence() ? expect->children : std::vector<Node>()) result.expect.push_back(read_expectation(one));
  }
  if (const Node* given = node.find("given")) {
    result.published = given->text("published");
    result.title = given->text("title");
  }
  if (const Node* record = node.find("record")) result.record = json_of(*record);
  return result;
}

}  // namespace boctach
