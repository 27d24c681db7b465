#ifndef BOCTACH_FORMATS_RECORD_TABLES_H_
#define BOCTACH_FORMATS_RECORD_TABLES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "boctach/rule_set.h"

namespace boctach {

// Records as tables, the same for every output that has tables. Nothing of a
// record is left out, so that it can be made again of its rows.

enum class TableKind {
  Articles,
  ArticleEvidence,  // of title, published, ...
  ArticleNotes,
  Label,     // an item, or a mention, a row
  Mentions,  // of a label written `as: items`
  Evidence,  // of its fields
  List       // the texts of a field that holds several
};

struct Column {
  std::string name;
  bool integer = false;   // else text
  bool required = false;  // never null
  std::string about;
};

struct Table {
  std::string name;
  TableKind kind = TableKind::Articles;
  std::string about;
  // The table its rows belong to by their first columns; empty: none.
  std::string parent;
  // The first columns, numbers that count up from row to row, are its key;
  // all of them but the last are the key of the parent.
  std::size_t keys = 1;
  std::vector<Column> columns;
  std::size_t label = 0;  // of RecordTables::labels, where it is of one
  std::size_t field = 0;  // of the label, for a list
};

struct RecordTables {
  std::vector<RecordLabel> labels;
  std::vector<Table> tables;  // articles and theirs first; behind each label's table those that belong to it
  std::vector<std::size_t> of_label;
};

// In no table two columns, and nowhere two tables have the same name, also when
// upper and lower case count as one: what comes later gets a '_'.
RecordTables make_record_tables(std::vector<RecordLabel> labels);

// A column of the table, or null.
const Column* find_column(const Table& table, const std::string& name);
const Table* find_table(const RecordTables& tables, const std::string& name);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_RECORD_TABLES_H_
