#ifndef BOCTACH_RECORD_SCHEMA_H_
#define BOCTACH_RECORD_SCHEMA_H_

#include <string>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"

namespace boctach {

// The labels whose arrays stand in the records that `rules` give, in the order
// of the record: those that packs declare, then those that rules only emit
// (`as: mentions`, fields as the rules have them).
std::vector<RecordLabel> record_labels(const RuleSet& rules);

// True for a field that an item leaves out, rather than saying null, where
// there is nothing to say.
bool left_out_if_empty(std::string_view field);

// The JSON Schema (draft 2020-12) of the records that `rules` give: the fixed
// keys, and one array for every label that is written.
std::string record_json_schema(const RuleSet& rules);

// The tables of the same records, for people: the files of the CSV output with
// their columns, a Markdown table each.
std::string csv_tables_page(const std::vector<RecordLabel>& labels);

// The SQL with which the SQLite output makes its tables, indexes, views and
// full-text index.
std::string sqlite_tables_sql(const std::vector<RecordLabel>& labels);

// A statement for DuckDB that reads records.jsonl with a type for every column
// and writes records.parquet.
std::string duckdb_statement(const std::vector<RecordLabel>& labels);

}  // namespace boctach

#endif  // BOCTACH_RECORD_SCHEMA_H_
