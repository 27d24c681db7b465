#ifndef BOCTACH_SCHEMA_H_
#define BOCTACH_SCHEMA_H_

#include <string>

namespace boctach {

// The rule language as documents, made from the table of keys the loader
// checks with: what they allow is what it accepts.

// JSON Schema (draft 2020-12) of main.yaml and of packs, for editors. Pretty,
// ends with a line feed.
std::string rules_json_schema();

// A Markdown page: a table of keys an object.
std::string rules_reference();

}  // namespace boctach

#endif  // BOCTACH_SCHEMA_H_
