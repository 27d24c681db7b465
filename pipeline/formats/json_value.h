#ifndef BOCTACH_FORMATS_JSON_VALUE_H_
#define BOCTACH_FORMATS_JSON_VALUE_H_

#include <rapidjson/document.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// Reading of JSON trees by key, lenient: what is not there is empty.

// Parsed text; InputError with `name` and the place if it is no JSON or not UTF-8.
rapidjson::Document parse_json(std::string_view text, const std::string& name);

// A text, or a number as it is written; empty if there is none.
std::string text_in(const rapidjson::Value& object, const char* key);
bool true_in(const rapidjson::Value& object, const char* key);
std::optional<std::size_t> number_in(const rapidjson::Value& object, const char* key);
std::vector<std::string> texts_in(const rapidjson::Value& object, const char* key);

// The array or object at a key, or null.
const rapidjson::Value* array_in(const rapidjson::Value& object, const char* key);
const rapidjson::Value* object_in(const rapidjson::Value& object, const char* key);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_JSON_VALUE_H_
