#ifndef BOCTACH_FORMATS_GOLD_JSON_H_
#define BOCTACH_FORMATS_GOLD_JSON_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "records/reading.h"

namespace boctach {

// Gold: what a careful reader found in an article, a JSON file each:
//   {"id", "title", "published", "byline", "outlet",      (null: the text does not say)
//    "dates":     [{"text", "value"}],                    every mention, in their order
//    "documents": [{"text", "type", "number", "year", "symbol", "name", "issuer", "date"}],    every mention
//    "people":    [{"name", "titles"}], "campaigns": [{"name", "kind", "period"}],    each once
//    "boilerplate": ["page chrome"], "bylines": ["a credit"]}
// Every text, name and title is a piece of the article, letter by letter. Any
// item may have "optional": true, a date or document "also": [other values],
// a person "optional_titles": [...].
inline constexpr const char* gold_ending = ".gold.json";

// InputError with `name` and the place if it is no gold.
Reading read_gold(std::string_view json, const std::string& name);

// All gold files of a directory, in byte order of their names; InputError if two are of one article.
std::vector<Reading> gold_in(const std::filesystem::path& directory);
// The same; InputError if there is none.
std::vector<Reading> read_gold_directory(const std::filesystem::path& directory);

// Ends with a line feed.
std::string write_gold(const Reading& gold);

// The name of its file: the id, '/' and spaces replaced by '_', and the ending.
std::string gold_file_name(const std::string& id);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_GOLD_JSON_H_
