#include "formats/json_value.h"

#include <rapidjson/error/en.h>

#include <algorithm>

#include "boctach/failure.h"
#include "text/messages.h"

namespace boctach {
namespace {

const rapidjson::Value* member(const rapidjson::Value& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string text_of(const rapidjson::Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  if (value.IsInt64()) return std::to_string(value.GetInt64());
  return {};
}

}  // namespace

rapidjson::Document parse_json(std::string_view text, const std::string& name) {
  // Editors of some systems write a byte order mark.
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  rapidjson::Document tree;
  // Iterative: nesting of any depth needs no stack.
  tree.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(text.data(), text.size());
  if (!tree.HasParseError()) return tree;
  const std::string_view before = text.substr(0, tree.GetErrorOffset());
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  throw InputError(say("{0}:{1}: no JSON: {2}", {name, std::to_string(line), rapidjson::GetParseError_En(tree.GetParseError())}));
}

std::string text_in(const rapidjson::Value& object, const char* key) {
  const rapidjson::Value* value = member(object, key);
  return value == nullptr ? std::string() : text_of(*value);
}

bool true_in(const rapidjson::Value& object, const char* key) {
  const rapidjson::Value* value = member(object, key);
  return value != nullptr && value->IsBool() && value->GetBool();
}

std::optional<std::size_t> number_in(const rapidjson::Value& object, const char* key) {
  const rapidjson::Value* value = member(object, key);
  if (value == nullptr || !value->IsUint64()) return std::nullopt;
  return static_cast<std::size_t>(value->GetUint64());
}

std::vector<std::string> texts_in(const rapidjson::Value& object, const char* key) {
  std::vector<std::string> texts;
  if (const rapidjson::Value* array = array_in(object, key)) {
    for (const rapidjson::Value& element : array->GetArray()) texts.push_back(text_of(element));
  }
  return texts;
}

const rapidjson::Value* array_in(const rapidjson::Value& object, const char* key) {
  const rapidjson::Value* value = member(object, key);
  return value != nullptr && value->IsArray() ? value : nullptr;
}

const rapidjson::Value* object_in(const rapidjson::Value& object, const char* key) {
  const rapidjson::Value* value = member(object, key);
  return value != nullptr && value->IsObject() ? value : nullptr;
}

}  // namespace boctach
