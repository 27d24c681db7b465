#include "boctach/record_schema.h"
#include "formats/record_tables.h"

namespace boctach {

std::string csv_tables_page(const std::vector<RecordLabel>& labels) {
  std::string page;
  for (const Table& table : make_record_tables(labels).tables) {
    page += (page.empty() ? "" : "\n") + std::string("## ") + table.name + ".csv\n\n";
    page += table.about + (table.parent.empty() ? "" : ", of " + table.parent + ".csv") + "\n\n";
    page += "| column | type | |\n| --- | --- | --- |\n";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Column& column = table.columns[i];
      page += "| " + column.name + (i < table.keys ? " (key)" : "") + " | " + (column.integer ? "integer" : "text") +
              (column.required ? "" : ", may be empty") + " | " + column.about + " |\n";
    }
  }
  return page;
}

}  // namespace boctach
