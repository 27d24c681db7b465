#include "boctach/record_schema.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace boctach {
namespace {

using Keys = std::vector<std::pair<std::string, std::string>>;  // name -> kind

// Kinds: text, text?, count, count?, list, flag, and ref:NAME / array:NAME.
class SchemaWriter {
 public:
  std::string write(const RuleSet& rules) {
    json_.StartObject();
    text("$schema", "https://json-schema.org/draft/2020-12/schema");
    text("title", "boctach.record/1");
    text("type", "object");
    Keys keys{{"schema", "const:boctach.record/1"},
              {"id", "text"},
              {"status", "status"},
              {"source", "ref:source"},
              {"duplicate_of", "text"},
              {"raw_field", "text"},
              {"error", "ref:error"},
              {"title", "text?"},
              {"published", "text?"},
              {"byline", "text?"},
              {"outlet", "text?"},
              {"evidence", "ref:evidence"},
              {"text", "text"},
              {"offsets", "text"},
              {"rules", "text"},
              {"notes", "array:note"}};
    const std::vector<RecordLabel> labels = record_labels(rules);
    for (const RecordLabel& label : labels) keys.emplace_back(label.array, "array:label:" + label.label);
    properties(keys);
    required({"schema", "id", "status", "source", "rules", "notes"});
    key("$defs");
    json_.StartObject();
    definitions();
    for (const RecordLabel& label : labels) label_definition(label);
    json_.EndObject();
    json_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
  }

 private:
  void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void text(std::string_view name, std::string_view value) {
    key(name);
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  void types(std::string_view one, bool or_null) {
    key("type");
    if (or_null) json_.StartArray();
    json_.String(one.data(), static_cast<rapidjson::SizeType>(one.size()));
    if (or_null) json_.String("null");
    if (or_null) json_.EndArray();
  }

  void kind(std::string_view name) {
    json_.StartObject();
    if (name.substr(0, 4) == "ref:") {
      text("$ref", "#/$defs/" + std::string(name.substr(4)));
    } else if (name.substr(0, 6) == "array:") {
      text("type", "array");
      key("items");
      kind("ref:" + std::string(name.substr(6)));
    } else if (name.substr(0, 6) == "const:") {
      text("const", name.substr(6));
    } else if (name == "status") {
      key("enum");
      json_.StartArray();
      json_.String("ok");
      json_.String("error");
      json_.EndArray();
    } else if (name == "list") {
      text("type", "array");
      key("items");
      kind("text");
    } else if (name == "flag") {
      text("type", "boolean");
    } else {
      const bool or_null = name.back() == '?';
      types(name.substr(0, 5) == "count" ? "integer" : "string", or_null);
    }
    json_.EndObject();
  }

  void properties(const Keys& keys) {
    key("properties");
    json_.StartObject();
    for (const auto& [name, held] : keys) {
      key(name);
      kind(held);
    }
    json_.EndObject();
    key("additionalProperties");
    json_.Bool(false);
  }

  void required(const std::vector<std::string>& names) {
    key("required");
    json_.StartArray();
    for (const std::string& name : names) json_.String(name.c_str());
    json_.EndArray();
  }

  void object(std::string_view name, const Keys& keys, const std::vector<std::string>& needed) {
    key(name);
    json_.StartObject();
    text("type", "object");
    properties(keys);
    required(needed);
    json_.EndObject();
  }

  static Keys place() {
    return {{"start", "count?"}, {"end", "count?"}, {"raw_start", "count"}, {"raw_end", "count"}, {"raw_field", "text"}};
  }

  static Keys mention() {
    Keys keys{{"text", "text"}, {"rule", "text"}, {"experimental", "flag"}, {"also", "list"}};
    for (auto& field : place()) keys.push_back(field);
    return keys;
  }

  void definitions() {
    object("source", {{"path", "text"}, {"line", "count"}, {"byte", "count"}}, {"path"});
    object("error", {{"code", "text"}, {"stage", "text"}, {"message", "text"}}, {"code", "stage", "message"});
    object("note", {{"code", "text"}, {"message", "text"}}, {"code", "message"});
    Keys proof{{"rule", "text"}};
    for (auto& field : place()) proof.push_back(field);
    object("proof", proof, {"rule", "start", "end", "raw_start", "raw_end"});
    object("mention", mention(), {"text", "rule", "start", "end", "raw_start", "raw_end"});
    key("evidence");
    json_.StartObject();
    text("type", "object");
    key("additionalProperties");
    json_.StartObject();
    key("anyOf");
    json_.StartArray();
    kind("ref:proof");
    kind("array:proof");
    json_.EndArray();
    json_.EndObject();
    json_.EndObject();
  }

  void label_definition(const RecordLabel& label) {
    Keys keys;
    std::vector<std::string> needed;
    for (const auto& [name, type] : label.fields) {
      keys.emplace_back(name, type == "list" ? "list" : type == "int" ? "count?" : "text?");
      // Left out where there is nothing to say.
      if (!left_out_if_empty(name)) needed.push_back(name);
    }
    if (label.items) {
      keys.emplace_back("evidence", "ref:evidence");
      keys.emplace_back("mentions", "array:mention");
      needed.insert(needed.end(), {"evidence", "mentions"});
    } else {
      for (auto& field : mention()) keys.push_back(field);
      needed.insert(needed.end(), {"text", "rule", "start", "end", "raw_start", "raw_end"});
    }
    object("label:" + label.label, keys, needed);
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace

std::string record_json_schema(const RuleSet& rules) { return SchemaWriter().write(rules); }

}  // namespace boctach
