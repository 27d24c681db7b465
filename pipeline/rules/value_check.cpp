#include "rules/value_check.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "rules/quoting.h"
#include "text/messages.h"

namespace boctach {

std::string either_of(const std::vector<std::string>& names) {
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) result += (i == 0 ? "" : i + 1 == names.size() ? " " + say("or") + " " : ", ") + names[i];
  return result;
}

void ValueCheck::wrong_kind(const Node& node, const KeySpec& spec, const char* wanted) {
  reporter_.report("E202", node.mark, say("'{0}' must be {1}", {spec.name, say(wanted)}));
}

bool ValueCheck::scalar(const Node& node, const KeySpec& spec, const char* wanted) {
  if (!node.is_scalar()) wrong_kind(node, spec, wanted);
  return node.is_scalar();
}

void ValueCheck::text(const Node& node, const KeySpec& spec) {
  if (scalar(node, spec, "a text")) check_quoting_of_text(node, reporter_);
}

void ValueCheck::name(const Node& node, const KeySpec& spec) {
  if (!scalar(node, spec, "a name")) return;
  check_quoting_of_name(node, reporter_);
  const bool good = !node.value.empty() && std::all_of(node.value.begin(), node.value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '/';
  });
  if (!good) reporter_.report("E204", node.mark, say("'{0}' is no name", {node.value}), "a name has letters a-z, digits, and - _ .");
}

void ValueCheck::choice(const Node& node, const KeySpec& spec) {
  if (!scalar(node, spec, say("one of {0}", {either_of(spec.choices)}).c_str())) return;
  if (std::find(spec.choices.begin(), spec.choices.end(), node.value) != spec.choices.end()) return;
  reporter_.report("E204", node.mark, say("'{0}' is no value of '{1}'", {node.value, spec.name}),
                   suggest(node.value, spec.choices, say("one of {0}", {either_of(spec.choices)})));
}

void ValueCheck::integer(const Node& node, const KeySpec& spec) {
  if (!scalar(node, spec, "an integer")) return;
  int number_read = 0;
  const char* const end = node.value.data() + node.value.size();
  const auto [stop, error] = std::from_chars(node.value.data(), end, number_read);
  if (error != std::errc() || stop != end || node.style != Node::Style::Plain) return wrong_kind(node, spec, "an integer");
  if (spec.least <= spec.most && (number_read < spec.least || number_read > spec.most)) {
    reporter_.report("E204", node.mark, say("'{0}' is out of range", {spec.name}),
                     say("from {0} to {1}", {std::to_string(spec.least), std::to_string(spec.most)}));
  }
}

void ValueCheck::number(const Node& node, const KeySpec& spec) {
  if (!scalar(node, spec, "a number")) return;
  char* stop = nullptr;
  const double number_read = std::strtod(node.value.c_str(), &stop);
  if (node.value.empty() || *stop != '\0' || node.style != Node::Style::Plain) return wrong_kind(node, spec, "a number");
  if (!(number_read >= spec.least && number_read <= spec.most)) {
    reporter_.report("E204", node.mark, say("'{0}' is out of range", {spec.name}),
                     say("from {0} to {1}", {std::to_string(spec.least), std::to_string(spec.most)}));
  }
}

void ValueCheck::boolean(const Node& node, const KeySpec& spec) {
  if (!node.is_scalar() || node.style != Node::Style::Plain || (node.value != "true" && node.value != "false")) {
    wrong_kind(node, spec, "true or false");
  }
}

void ValueCheck::pattern(const Node& node, const KeySpec& spec) {
  if (node.is_sequence()) {
    if (node.children.empty()) wrong_kind(node, spec, "a pattern or a list of its parts");
    for (const Node& part : node.children) scalar(part, spec, "a pattern or a list of its parts");
    check_quoting_of_phrases(node, spec.name, reporter_);
    for (const Node& part : node.children) {
      if (part.is_scalar()) check_quoting_of_pattern(part, reporter_);
    }
  } else if (scalar(node, spec, "a pattern or a list of its parts")) {
    check_quoting_of_pattern(node, reporter_);
  }
}

void ValueCheck::texts(const Node& node, const KeySpec& spec) {
  const bool closed = spec.kind == ValueKind::Choices;
  if (!node.is_sequence() && !scalar(node, spec, "a text or a list of texts")) return;
  if (node.is_scalar()) return closed ? choice(node, spec) : text(node, spec);
  for (const Node& child : node.children) closed ? choice(child, spec) : text(child, spec);
}

}  // namespace boctach
