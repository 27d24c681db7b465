#ifndef BOCTACH_FORMATS_SQLITE_TABLES_H_
#define BOCTACH_FORMATS_SQLITE_TABLES_H_

#include <string>

#include "formats/record_tables.h"

namespace boctach {

// Of the file, so that others know it: "bctc".
inline constexpr int sqlite_application_id = 0x62637463;
// Goes up when a table or column changes its meaning or goes.
inline constexpr int sqlite_tables_version = 1;

// SQL that makes the tables, empty, and fills the two that tell what labels there are.
std::string sqlite_create(const RecordTables& tables);

// SQL for what is made when all rows are there: indexes, views and the
// full-text index.
std::string sqlite_complete(const RecordTables& tables);

// SQL that fills the full-text index. It calls a function boctach_plain(text),
// which is the text in lower case without marks.
const char* sqlite_fill_search();

}  // namespace boctach

#endif  // BOCTACH_FORMATS_SQLITE_TABLES_H_
