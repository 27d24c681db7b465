#include <string_view>
#include <utility>

#include "boctach/record_schema.h"

namespace boctach {
namespace {

using Types = std::vector<std::pair<std::string, std::string>>;

std::string in_quotes(std::string_view name, char quote) {
  std::string text(1, quote);
  for (const char c : name) text.append(c == quote ? 2 : 1, c);
  return text + quote;
}

std::string structure(const Types& types) {
  std::string text = "STRUCT(";
  for (const auto& [name, type] : types) text += (text.back() == '(' ? "" : ", ") + in_quotes(name, '"') + " " + type;
  return text + ")";
}

void add_mention(Types& types) {
  types.emplace_back("rule", "VARCHAR");
  types.emplace_back("experimental", "BOOLEAN");
  types.emplace_back("also", "VARCHAR[]");
  for (const char* name : {"start", "end", "raw_start", "raw_end"}) types.emplace_back(name, "BIGINT");
  types.emplace_back("raw_field", "VARCHAR");
}

std::string type_of(const RecordLabel& label) {
  Types types;
  if (!label.items) types.emplace_back("text", "VARCHAR");
  for (const auto& [name, type] : label.fields)
    types.emplace_back(name, type == "list" ? "VARCHAR[]" : type == "int" ? "BIGINT" : "VARCHAR");
  if (label.items) {
    Types mention{{"text", "VARCHAR"}};
    add_mention(mention);
    // Its keys are names of fields; a value is one place or a list of them.
    types.emplace_back("evidence", "JSON");
    types.emplace_back("mentions", structure(mention) + "[]");
  } else {
    add_mention(types);
  }
  return structure(types) + "[]";
}

}  // namespace

std::string duckdb_statement(const std::vector<RecordLabel>& labels) {
  Types types{{"schema", "VARCHAR"},       {"id", "VARCHAR"},
              {"status", "VARCHAR"},       {"source", structure({{"path", "VARCHAR"}, {"line", "BIGINT"}, {"byte", "BIGINT"}})},
              {"duplicate_of", "VARCHAR"}, {"error", structure({{"code", "VARCHAR"}, {"stage", "VARCHAR"}, {"message", "VARCHAR"}})}};
  for (const char* name : {"raw_field", "title", "published", "byline", "outlet"}) types.emplace_back(name, "VARCHAR");
  types.emplace_back("evidence", "JSON");
  for (const RecordLabel& label : labels) types.emplace_back(label.array, type_of(label));
  for (const char* name : {"text", "offsets", "rules"}) types.emplace_back(name, "VARCHAR");
  types.emplace_back("notes", structure({{"code", "VARCHAR"}, {"message", "VARCHAR"}}) + "[]");
  std::string columns;
  for (const auto& [name, type] : types)
    columns += (columns.empty() ? "  " : ",\n  ") + in_quotes(name, '"') + ": " + in_quotes(type, '\'');
  return "COPY (SELECT * FROM read_json('records.jsonl', format = 'newline_delimited', maximum_object_size = 67108864, columns = {\n" +
         columns + "\n})) TO 'records.parquet' (FORMAT parquet, COMPRESSION zstd);\n";
}

}  // namespace boctach
