#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/schema.h"
#include "rules/json_text.h"
#include "rules/keys.h"

namespace boctach {
namespace {

using Kind = ValueKind;

std::string list_of(const std::vector<std::string>& names) {
  std::string result = "[";
  for (const std::string& name : names) result += (result.size() > 1 ? "," : "") + json_string(name);
  return result + "]";
}

// "a cleaning rule" -> "cleaning-rule"
std::string slug(const ObjectSpec& spec) {
  std::string result = spec.name;
  for (const char* article : {"a ", "an "}) {
    if (result.rfind(article, 0) == 0) result.erase(0, std::string(article).size());
  }
  result.erase(std::remove(result.begin(), result.end(), '\''), result.end());
  std::replace(result.begin(), result.end(), ' ', '-');
  return result;
}

std::string reference_to(ObjectKind object) { return "{\"$ref\":" + json_string("#/$defs/" + slug(object_spec(object))) + "}"; }

std::string list_or_one(const std::string& item) { return "{\"anyOf\":[" + item + ",{\"type\":\"array\",\"items\":" + item + "}]}"; }

std::string map_of(const std::string& item) { return "{\"type\":\"object\",\"additionalProperties\":" + item + "}"; }

const std::string scalar = "{\"type\":[\"string\",\"number\",\"boolean\"]}";
const std::string pattern = R"({"anyOf":[{"type":"string"},{"type":"array","minItems":1,"items":{"type":"string"}}]})";

std::string bounded(const char* type, const KeySpec& spec) {
  std::string result = std::string("{\"type\":\"") + type + "\"";
  if (spec.least <= spec.most) result += ",\"minimum\":" + std::to_string(spec.least) + ",\"maximum\":" + std::to_string(spec.most);
  return result + "}";
}

std::string member_schema(const KeySpec& spec) {
  if (!spec.or_text && !spec.or_null) return reference_to(spec.object);
  std::string result = "{\"anyOf\":[" + reference_to(spec.object);
  if (spec.or_text) {
    const KeySpec& first = object_spec(spec.object).keys.front();
    result += first.choices.empty() ? ",{\"type\":\"string\"}" : ",{\"enum\":" + list_of(first.choices) + "}";
  }
  if (spec.or_null) result += ",{\"type\":\"null\"}";
  return result + "]}";
}

std::string value_schema(const KeySpec& spec) {
  switch (spec.kind) {
    case Kind::Name:
      return R"({"type":"string","pattern":"^[A-Za-z0-9_./-]+$"})";
    case Kind::Text:
      return scalar;
    case Kind::Texts:
      return list_or_one(scalar);
    case Kind::Choice:
      return "{\"enum\":" + list_of(spec.choices) + "}";
    case Kind::Choices:
      return list_or_one("{\"enum\":" + list_of(spec.choices) + "}");
    case Kind::Pattern:
      return pattern;
    case Kind::PatternOrLexicon:
      return "{\"anyOf\":[" + pattern +
             R"(,{"type":"object","required":["lexicon"],"properties":{"lexicon":{"type":"string"}},"additionalProperties":false}]})";
    case Kind::Int:
      return bounded("integer", spec);
    case Kind::Number:
      return bounded("number", spec);
    case Kind::Bool:
      return R"({"type":"boolean"})";
    case Kind::IntPair:
      return R"({"type":"array","minItems":2,"maxItems":2,"items":{"type":"integer"}})";
    case Kind::Object:
      return reference_to(spec.object);
    case Kind::Objects: {
      const std::string least = spec.missing_code.empty() ? "" : "\"minItems\":1,";
      return "{\"type\":\"array\"," + least + "\"items\":" + member_schema(spec) + "}";
    }
    case Kind::ObjectMap:
      return map_of(member_schema(spec));
    case Kind::TextMap:
      return map_of(spec.choices.empty() ? scalar : "{\"enum\":" + list_of(spec.choices) + "}");
    case Kind::PatternMap:
      return map_of(pattern);
    case Kind::Rows:
      return "{\"type\":\"array\",\"items\":{\"anyOf\":[" + scalar + R"(,{"type":"object","required":["value"],"additionalProperties":)" +
             scalar + "}]}}";
    case Kind::Expectations: {
      const std::string one = map_of("{\"anyOf\":[" + list_or_one(scalar) + ",{\"type\":\"null\"}]}");
      return list_or_one(one);
    }
    case Kind::Any:
      return "true";
  }
  return "true";
}

// The schema with its description, also in each of its alternatives: editors show
// that of the alternative a value takes.
std::string described(const std::string& value, const std::string& about) {
  struct Level {
    bool is_alternatives;
    bool is_outer;  // nothing but alternatives around it
  };
  const std::string description = "\"description\":" + json_string(about);
  std::vector<Level> levels;
  std::string result;
  bool in_text = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    result += c;
    if (c == '\\' && in_text) {
      result += value[++i];
    } else if (c == '"') {
      in_text = !in_text;
    } else if (!in_text && c == '{') {
      const bool is_outer = levels.empty() || (levels.back().is_alternatives && levels.back().is_outer);
      if (is_outer) result.append(description).append(value[i + 1] == '}' ? "" : ",");
      levels.push_back({false, is_outer});
    } else if (!in_text && c == '[') {
      static constexpr std::string_view key = "\"anyOf\":[";
      const bool is_alternatives = result.size() >= key.size() && result.compare(result.size() - key.size(), key.size(), key) == 0;
      levels.push_back({is_alternatives, !levels.empty() && levels.back().is_outer});
    } else if (!in_text && (c == '}' || c == ']')) {
      levels.pop_back();
    }
  }
  return result;
}

// A key that a rule which `extends` another takes from it.
bool can_be_inherited(const KeySpec& spec) { return spec.name != "id" && spec.name != "examples" && spec.name != "counterexamples"; }

std::string object_schema(const ObjectSpec& spec) {
  const bool inherits = spec.find("extends") != nullptr;
  std::string properties;
  std::vector<std::string> required;
  std::string demands;
  std::string partners;
  for (const KeySpec& own : spec.keys) {
    std::string value = value_schema(own);
    // `extends` lets a null take an inherited key away.
    if (inherits && own.missing_code.empty()) value.insert(0, "{\"anyOf\":[").append(",{\"type\":\"null\"}]}");
    if (value == "true") value = "{}";
    properties.append(properties.empty() ? "" : ",").append(json_string(own.name)).append(":").append(described(value, own.about));
    if (!own.partner.empty()) partners.append(partners.empty() ? "" : ",").append(json_string(own.name) + ":" + list_of({own.partner}));
    if (own.missing_code.empty()) continue;
    if (inherits && can_be_inherited(own)) {
      demands += ",\"anyOf\":[{\"required\":[" + json_string(own.name) + "]},{\"required\":[\"extends\"]}]";
    } else {
      required.push_back(own.name);
    }
  }
  if (!partners.empty()) demands += ",\"dependentRequired\":{" + partners + "}";
  if (!spec.exactly_one.empty()) {
    std::string choices;
    for (const std::string& name : spec.exactly_one)
      choices += (choices.empty() ? "" : ",") + std::string("{\"required\":[") + json_string(name) + "]}";
    demands += ",\"oneOf\":[" + choices + "]";
  }
  return "{\"description\":" + json_string(spec.about) + ",\"type\":\"object\",\"required\":" + list_of(required) + demands +
         ",\"additionalProperties\":false,\"properties\":{" + properties + "}}";
}

// Compact JSON, without strings that hold braces at the ends of lines, made readable.
std::string pretty(const std::string& json) {
  std::string result;
  std::string indent = "\n";
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"' && (i == 0 || json[i - 1] != '\\')) in_string = !in_string;
    const bool empty = i + 1 < json.size() && (json[i + 1] == '}' || json[i + 1] == ']');
    if (in_string || (c != '{' && c != '[' && c != '}' && c != ']' && c != ',' && c != ':')) {
      result += c;
    } else if (c == '{' || c == '[') {
      indent += "  ";
      result += c;
      if (!empty) result += indent;
    } else if (c == '}' || c == ']') {
      indent.resize(indent.size() - 2);
      if (json[i - 1] != '{' && json[i - 1] != '[') result += indent;
      result += c;
    } else {
      result += c == ',' ? "," + indent : ": ";
    }
  }
  return result + "\n";
}

}  // namespace

std::string rules_json_schema() {
  std::string definitions;
  for (const ObjectSpec& spec : object_specs())
    definitions += (definitions.empty() ? "" : ",") + json_string(slug(spec)) + ":" + object_schema(spec);
  const std::string json = R"({"$schema":"https://json-schema.org/draft/2020-12/schema","title":"boctach rules, format 1",)"
                           R"("if":{"required":["packs"]},"then":)" +
                           reference_to(ObjectKind::Main) + R"(,"else":{"if":{"required":["overlay"]},"then":)" +
                           reference_to(ObjectKind::Overlay) + ",\"else\":" + reference_to(ObjectKind::Pack) + "},\"$defs\":{" +
                           definitions + "}}";
  return pretty(json);
}

}  // namespace boctach
