#include "formats/gold_json.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <map>

#include "boctach/failure.h"
#include "formats/input_file.h"
#include "formats/json_value.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

// The keys of an item, in the order they are written.
const std::map<std::string, std::vector<const char*>>& fields_of_arrays() {
  static const std::map<std::string, std::vector<const char*>> fields{
      {"dates", {"value"}},
      {"documents", {"type", "number", "year", "symbol", "name", "issuer", "date"}},
      {"people", {"name"}},
      {"campaigns", {"name", "kind", "period"}}};
  return fields;
}

constexpr std::array<const char*, 4> metadata_keys{"title", "published", "byline", "outlet"};

bool has_text(const std::string& array) { return array == "dates" || array == "documents"; }

ReadItem read_item(const rapidjson::Value& object, const std::string& array) {
  ReadItem item;
  if (has_text(array)) item.text = text_in(object, "text");
  for (const char* field : fields_of_arrays().at(array)) {
    if (std::string value = text_in(object, field); !value.empty()) item.fields[field] = std::move(value);
  }
  item.titles = texts_in(object, "titles");
  item.optional_titles = texts_in(object, "optional_titles");
  item.also = texts_in(object, "also");
  item.optional = true_in(object, "optional");
  return item;
}

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

class GoldWriter {
 public:
  std::string write(const Reading& gold) {
    json_.SetIndent(' ', 1);
    json_.StartObject();
    text("id", gold.id);
    for (const char* key : metadata_keys) {
      const auto known = gold.metadata.find(key);
      text(key, known == gold.metadata.end() ? std::string() : known->second);
    }
    for (const char* array : read_arrays) {
      json_.Key(array);
      json_.StartArray();
      for (const ReadItem& item : gold.of(array)) write_item(item, array);
      json_.EndArray();
    }
    texts("boilerplate", gold.boilerplate);
    texts("bylines", gold.bylines);
    json_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
  }

 private:
  void write_item(const ReadItem& item, const std::string& array) {
    json_.StartObject();
    if (has_text(array)) text("text", item.text);
    for (const char* field : fields_of_arrays().at(array)) text(field, item.get(field));
    if (array == "people") texts("titles", item.titles);
    if (!item.optional_titles.empty()) texts("optional_titles", item.optional_titles);
    if (!item.also.empty()) texts("also", item.also);
    if (item.optional) {
      json_.Key("optional");
      json_.Bool(true);
    }
    json_.EndObject();
  }

  void value(const std::string& text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

  void text(const char* key, const std::string& text) {
    json_.Key(key);
    text.empty() ? static_cast<void>(json_.Null()) : value(text);
  }

  void texts(const char* key, const std::vector<std::string>& texts) {
    json_.Key(key);
    json_.StartArray();
    for (const std::string& text : texts) value(text);
    json_.EndArray();
  }

  rapidjson::StringBuffer buffer_;
  Writer json_{buffer_};
};

}  // namespace

Reading read_gold(std::string_view json, const std::string& name) {
  const rapidjson::Document tree = parse_json(json, name);
  Reading gold;
  gold.id = text_in(tree, "id");
  if (gold.id.empty()) throw InputError(say("{0}: gold wants an \"id\", that of its record", {name}));
  for (const char* key : metadata_keys) {
    if (std::string value = text_in(tree, key); !value.empty()) gold.metadata[key] = std::move(value);
  }
  for (const char* array : read_arrays) {
    const rapidjson::Value* items = array_in(tree, array);
    if (items == nullptr) continue;
    for (const rapidjson::Value& object : items->GetArray()) {
      ReadItem item = read_item(object, array);
      const bool named = has_text(array) ? !item.text.empty() : item.fields.count("name") > 0;
      if (!named) throw InputError(say("{0}: an item of \"{1}\" has no \"{2}\"", {name, array, has_text(array) ? "text" : "name"}));
      gold.items[array].push_back(std::move(item));
    }
  }
  gold.boilerplate = texts_in(tree, "boilerplate");
  gold.bylines = texts_in(tree, "bylines");
  return gold;
}

std::vector<Reading> gold_in(const fs::path& directory) {
  std::vector<std::string> names;
  const std::string ending = gold_ending;
  for (const auto& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    const bool is_gold = name.size() > ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0;
    if (is_gold) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  std::vector<Reading> all;
  std::map<std::string, std::string> files;  // id -> name
  for (const std::string& name : names) {
    const std::string file = (directory / name).string();
    all.push_back(read_gold(read_file(file), file));
    all.back().file = name.substr(0, name.size() - ending.size());
    const auto [first, fresh] = files.emplace(all.back().id, name);
    if (!fresh) throw InputError(say("{0}: '{1}' is the article of {2} already; keep one of them", {file, first->first, first->second}));
  }
  return all;
}

std::vector<Reading> read_gold_directory(const fs::path& directory) {
  if (!fs::is_directory(directory)) throw InputError(say("{0}: no such directory", {directory.string()}));
  std::vector<Reading> all = gold_in(directory);
  if (all.empty()) throw InputError(say("{0}: no gold (*.gold.json) in this directory", {directory.string()}));
  return all;
}

std::string write_gold(const Reading& gold) { return GoldWriter().write(gold); }

std::string gold_file_name(const std::string& id) {
  std::string name = id;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '/' || c == ' '; }, '_');
  return name + gold_ending;
}

}  // namespace boctach
