#include "formats/sqlite_tables.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "boctach/record_schema.h"
#include "formats/sqlite.h"

namespace boctach {
namespace {

// A view that answers a question asked often. It is made where the tables and
// columns it wants are there.
struct View {
  const char* name;
  const char* about;
  std::vector<std::pair<const char*, std::vector<const char*>>> wants;  // table, columns
  const char* select;
};

const std::vector<View>& views() {
  static const std::vector<View> all{
      {"documents_by_type_and_month",
       "by month of publication: different documents, and articles that name them",
       {{"documents", {"type", "code", "name", "number"}}},
       "SELECT d.type AS type, substr(a.published, 1, 7) AS month,\n"
       "    count(DISTINCT coalesce(d.code, d.name, d.number)) AS documents, count(DISTINCT d.article) AS articles\n"
       "  FROM documents AS d JOIN articles AS a ON a.article = d.article\n"
       "  GROUP BY 1, 2 ORDER BY month, documents DESC, type"},
      {"people_by_articles",
       "who is named in how many articles, and how often",
       {{"people", {"name"}}, {"people_mentions", {}}},
       "SELECT p.name AS name, count(DISTINCT p.article) AS articles, count(*) AS mentions\n"
       "  FROM people AS p JOIN people_mentions AS m ON m.article = p.article AND m.item = p.item\n"
       "  GROUP BY p.name ORDER BY articles DESC, mentions DESC, name"},
      {"campaigns_by_year",
       "by the year a campaign has of its own, else by that of publication",
       {{"campaigns", {"name", "kind", "period"}}},
       "SELECT CASE WHEN c.period GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(c.period, 1, 4) ELSE substr(a.published, 1, 4) END AS year,\n"
       "    c.kind AS kind, c.name AS name, count(DISTINCT c.article) AS articles\n"
       "  FROM campaigns AS c JOIN articles AS a ON a.article = c.article\n"
       "  GROUP BY 1, 2, 3 ORDER BY year, articles DESC, name"}};
  return all;
}

bool can_be_made(const View& view, const RecordTables& tables) {
  return std::all_of(view.wants.begin(), view.wants.end(), [&](const auto& wanted) {
    const Table* table = find_table(tables, wanted.first);
    const auto is_there = [&](const char* column) { return find_column(*table, column) != nullptr; };
    return table != nullptr && std::all_of(wanted.second.begin(), wanted.second.end(), is_there);
  });
}

// Exact and folded in one index: words without marks are found in `plain`, those
// with marks can only be found in the others. No text is stored twice; what a
// search shows comes from `articles`.
constexpr const char* search =
    "-- MATCH '\"da nang\"' finds it with any marks, MATCH '\"\xC4\x90\xC3\xA0 N\xE1\xBA\xB5ng\"' as it is spelled.\n"
    "CREATE VIEW search_content AS SELECT article, title, text, NULL AS plain FROM articles;\n"
    "CREATE VIRTUAL TABLE search USING fts5(title, text, plain, content='search_content', content_rowid='article',\n"
    "  tokenize='unicode61 remove_diacritics 0');\n";

// Of a database that was converted it is empty.
constexpr const char* run_table =
    "CREATE TABLE run (  -- of the run that wrote this: what it was given, and what it came to; a JSON object a line\n"
    "  \"manifest\" TEXT NOT NULL\n);\n";

std::string sql_text(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted.append(c == '\'' ? 2 : 1, c);
  return quoted + "'";
}

std::string key_of(const Table& table, std::size_t columns) {
  std::string list;
  for (std::size_t i = 0; i < columns; ++i) list += (i == 0 ? "" : ", ") + sql_name(table.columns[i].name);
  return list;
}

std::string create_table(const Table& table) {
  std::string sql = "CREATE TABLE " + sql_name(table.name) + " (";
  if (!table.about.empty()) sql += "  -- " + table.about;
  sql += '\n';
  for (const Column& column : table.columns) {
    sql += "  " + sql_name(column.name) + (column.integer ? " INTEGER" : " TEXT") + (column.required ? " NOT NULL" : "") + ",";
    sql += (column.about.empty() ? "" : "  -- " + column.about) + "\n";
  }
  sql += "  PRIMARY KEY (" + key_of(table, table.keys) + ")";
  if (!table.parent.empty()) sql += ",\n  FOREIGN KEY (" + key_of(table, table.keys - 1) + ") REFERENCES " + sql_name(table.parent);
  // Rows come in the order of the key: the table is its own index.
  return sql + "\n)" + (table.parent.empty() ? "" : " WITHOUT ROWID") + ";\n";
}

std::string create_index(const Table& table, const std::string& column) {
  return "CREATE INDEX " + sql_name(table.name + "_by_" + column) + " ON " + sql_name(table.name) + "(" + sql_name(column) + ");\n";
}

// What an item is looked up by: its first field.
std::string create_indexes(const RecordTables& tables) {
  std::string sql = create_index(tables.tables.front(), "id") + create_index(tables.tables.front(), "published");
  for (const Table& table : tables.tables) {
    const std::size_t first = table.kind == TableKind::Label && !tables.labels[table.label].items ? table.keys + 1 : table.keys;
    const bool has_field = table.kind == TableKind::Label && !tables.labels[table.label].fields.empty();
    if (has_field || table.kind == TableKind::List) sql += create_index(table, table.columns[first].name);
  }
  return sql;
}

std::string list_labels(const RecordTables& tables) {
  std::string sql =
      "CREATE TABLE labels (  -- what the tables were made from\n"
      "  \"position\" INTEGER PRIMARY KEY,\n  \"label\" TEXT NOT NULL,\n  \"array\" TEXT NOT NULL,\n  \"shape\" TEXT NOT NULL  -- items or "
      "mentions\n);\n"
      "CREATE TABLE label_fields (\n"
      "  \"label\" INTEGER NOT NULL REFERENCES labels,\n  \"position\" INTEGER NOT NULL,\n  \"field\" TEXT NOT NULL,\n  \"type\" TEXT NOT "
      "NULL,\n"
      "  PRIMARY KEY (\"label\", \"position\")\n) WITHOUT ROWID;\n";
  for (std::size_t i = 0; i < tables.labels.size(); ++i) {
    const RecordLabel& label = tables.labels[i];
    const std::string number = std::to_string(i + 1);
    sql += "INSERT INTO labels VALUES(" + number + ", " + sql_text(label.label) + ", " + sql_text(label.array) + ", " +
           (label.items ? "'items'" : "'mentions'") + ");\n";
    for (std::size_t f = 0; f < label.fields.size(); ++f) {
      sql += "INSERT INTO label_fields VALUES(" + number + ", " + std::to_string(f + 1) + ", " + sql_text(label.fields[f].first) + ", " +
             sql_text(label.fields[f].second) + ");\n";
    }
  }
  return sql;
}

}  // namespace

std::string sqlite_create(const RecordTables& tables) {
  std::string sql = "PRAGMA application_id = " + std::to_string(sqlite_application_id) + ";\n";
  sql += "PRAGMA user_version = " + std::to_string(sqlite_tables_version) + ";\n";
  for (const Table& table : tables.tables) sql += create_table(table);
  return sql + list_labels(tables) + run_table;
}

std::string sqlite_complete(const RecordTables& tables) {
  std::string sql = create_indexes(tables);
  for (const View& view : views()) {
    if (!can_be_made(view, tables)) continue;
    sql += "CREATE VIEW " + std::string(view.name) + " AS  -- " + view.about + "\n  " + view.select + ";\n";
  }
  return sql + search;
}

const char* sqlite_fill_search() {
  return "INSERT INTO search(rowid, title, text, plain)\n"
         "  SELECT article, title, text, boctach_plain(coalesce(title, '') || char(10) || coalesce(text, '')) FROM articles\n"
         "  WHERE title IS NOT NULL OR text IS NOT NULL;\n"
         "INSERT INTO search(search) VALUES('optimize');\n";
}

std::string sqlite_tables_sql(const std::vector<RecordLabel>& labels) {
  const RecordTables tables = make_record_tables(labels);
  return sqlite_create(tables) + sqlite_complete(tables);
}

}  // namespace boctach
