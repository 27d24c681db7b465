#include <string>

#include "boctach/schema.h"
#include "rules/keys.h"

namespace boctach {
namespace {

using Kind = ValueKind;

std::string listed(const std::vector<std::string>& names) {
  std::string result;
  for (const std::string& name : names) result += (result.empty() ? "`" : ", `") + name + "`";
  return result;
}

std::string bounds(const KeySpec& spec) {
  return spec.least <= spec.most ? " " + std::to_string(spec.least) + " to " + std::to_string(spec.most) : "";
}

std::string kind_of(const KeySpec& spec) {
  const bool has_object = spec.kind == Kind::Object || spec.kind == Kind::Objects || spec.kind == Kind::ObjectMap;
  std::string object = has_object ? object_spec(spec.object).name : "";
  switch (spec.kind) {
    case Kind::Name:
      return "name";
    case Kind::Text:
      return "text";
    case Kind::Texts:
      return "text or list of texts";
    case Kind::Choice:
      return "one of " + listed(spec.choices);
    case Kind::Choices:
      return "any of " + listed(spec.choices);
    case Kind::Pattern:
      return "pattern, or list of its parts";
    case Kind::PatternOrLexicon:
      return "pattern, or `{lexicon: name}`";
    case Kind::Int:
      return "integer" + bounds(spec);
    case Kind::Number:
      return "number" + bounds(spec);
    case Kind::Bool:
      return "`true` or `false`";
    case Kind::IntPair:
      return "`[from, to]`";
    case Kind::Object:
      return object;
    case Kind::Objects:
      return "list: " + object + (spec.or_text ? ", or a text" : "");
    case Kind::ObjectMap:
      return "map name to " + object + (spec.or_text ? ", or a text" : "") + (spec.or_null ? ", or `null`" : "");
    case Kind::TextMap:
      return spec.choices.empty() ? "map name to text" : "map name to one of " + listed(spec.choices);
    case Kind::PatternMap:
      return "map name to pattern";
    case Kind::Rows:
      return "list of texts, or of maps column to text";
    case Kind::Expectations:
      return "map field to value, or list of them";
    case Kind::Any:
      return "anything";
  }
  return "";
}

}  // namespace

std::string rules_reference() {
  std::string result = "# Keys of rule files\n\nMade from the table the loader checks with.\n";
  for (const ObjectSpec& spec : object_specs()) {
    result += "\n## " + spec.name + "\n\n" + spec.about + "\n";
    if (!spec.exactly_one.empty()) result += "Exactly one of " + listed(spec.exactly_one) + ".\n";
    result += "\n| key | value | meaning |\n| --- | --- | --- |\n";
    for (const KeySpec& own : spec.keys) {
      result +=
          "| `" + own.name + "`" + (own.missing_code.empty() ? "" : " (required)") + " | " + kind_of(own) + " | " + own.about + " |\n";
    }
  }
  return result;
}

}  // namespace boctach
