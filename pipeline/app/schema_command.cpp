#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "boctach/record_schema.h"
#include "boctach/schema.h"
#include "rules/diagnose.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach schema record|csv|sqlite|duckdb|rules|reference\n"
    "Prints the JSON Schema of records, the tables and columns of the CSV output, the SQL of the SQLite output, the statement\n"
    "with which DuckDB makes Parquet of records, the JSON Schema of rule files, or the reference page of their format.";

constexpr const char* examples =
    "  boctach schema record >record-1.schema.json\n"
    "  boctach schema rules >rules-1.schema.json\n";

const std::vector<std::string> of_records{"record", "csv", "sqlite", "duckdb"};

std::string schema_of_records(const std::string& name, const RuleSet& rules) {
  if (name == "csv") return csv_tables_page(record_labels(rules));
  if (name == "sqlite") return sqlite_tables_sql(record_labels(rules));
  return name == "duckdb" ? duckdb_statement(record_labels(rules)) : record_json_schema(rules);
}

}  // namespace

int schema_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add_many("rules", "DIR", "the rules whose records are meant");
  if (!options.parse(arguments)) return exit_done;
  const std::vector<std::string> words = options.inputs();
  if (words.size() != 1) throw UsageError("schema wants record, csv, sqlite, duckdb, rules or reference");
  if (words[0] == "rules") {
    std::cout << rules_json_schema();
  } else if (words[0] == "reference") {
    std::cout << rules_reference();
  } else if (std::find(of_records.begin(), of_records.end(), words[0]) != of_records.end()) {
    Diagnostics diagnostics;
    const RuleSet rules = load_rules(find_rules(options.all("rules")), diagnostics);
    show(diagnostics);
    std::cout << schema_of_records(words[0], rules);
  } else {
    std::vector<std::string> all = of_records;
    all.insert(all.end(), {"rules", "reference"});
    throw UsageError(say("no schema '{0}'; {1}", {words[0], suggest(words[0], all, "see boctach schema --help")}));
  }
  return exit_done;
}

}  // namespace boctach
