#include "formats/record_reading.h"

#include <array>
#include <filesystem>
#include <fstream>

#include "boctach/failure.h"
#include "formats/json_value.h"
#include "text/messages.h"
#include "text/offset_units.h"

namespace boctach {
namespace {

using Json = rapidjson::Value;

// What is written beside an item's fields.
bool is_field(std::string_view key) {
  constexpr std::array<std::string_view, 10> others{"text",  "evidence", "mentions",  "rule",    "experimental",
                                                    "start", "end",      "raw_start", "raw_end", "also"};
  for (const std::string_view other : others) {
    if (key == other) return false;
  }
  return key != "raw_field";
}

class RecordReader {
 public:
  explicit RecordReader(const Json& record) : record_(record) {
    const std::string unit = text_in(record, "offsets");
    if (unit == "bytes") unit_ = OffsetUnit::Bytes;
    if (unit == "utf16") unit_ = OffsetUnit::Utf16;
  }

  Reading read() {
    reading_.id = text_in(record_, "id");
    if (const Json* source = object_in(record_, "source")) reading_.file = std::filesystem::path(text_in(*source, "path")).stem().string();
    if (record_.HasMember("text") && record_["text"].IsString()) reading_.text = text_in(record_, "text");
    for (const char* key : {"title", "published", "byline", "outlet"}) {
      if (std::string value = text_in(record_, key); !value.empty()) reading_.metadata[key] = std::move(value);
    }
    for (const char* array : read_arrays) {
      const Json* items = array_in(record_, array);
      if (items == nullptr) continue;
      for (const Json& object : items->GetArray()) reading_.items[array].push_back(read_item(object));
    }
    return std::move(reading_);
  }

 private:
  ReadItem read_item(const Json& object) const {
    ReadItem item;
    item.text = text_in(object, "text");
    item.titles = texts_in(object, "titles");
    if (!object.IsObject()) return item;
    for (const auto& member : object.GetObject()) {
      const std::string key = member.name.GetString();
      if (!is_field(key)) continue;
      if (std::string value = text_in(object, key.c_str()); !value.empty()) item.fields[key] = std::move(value);
    }
    if (const Json* mentions = array_in(object, "mentions")) {
      for (const Json& mention : mentions->GetArray()) item.mentions.push_back(read_mention(mention));
    } else {
      item.mentions.push_back(read_mention(object));
    }
    if (const Json* evidence = object_in(object, "evidence")) read_rules(*evidence, item);
    return item;
  }

  ReadMention read_mention(const Json& object) const {
    ReadMention mention{text_in(object, "text"), text_in(object, "rule"), std::nullopt};
    const std::optional<std::size_t> start = number_in(object, "start");
    const std::optional<std::size_t> end = number_in(object, "end");
    if (start && end && reading_.text) mention.span = span_of_units(*reading_.text, *start, *end, unit_);
    return mention;
  }

  // One evidence stands alone, several in a list.
  static void read_rules(const Json& evidence, ReadItem& item) {
    for (const auto& member : evidence.GetObject()) {
      std::vector<std::string>& rules = item.rules[member.name.GetString()];
      if (member.value.IsObject()) rules.push_back(text_in(member.value, "rule"));
      if (!member.value.IsArray()) continue;
      for (const Json& one : member.value.GetArray()) rules.push_back(text_in(one, "rule"));
    }
  }

  const Json& record_;
  OffsetUnit unit_ = OffsetUnit::CodePoints;
  Reading reading_;
};

void read_lines(std::istream& stream, const std::string& name, std::vector<Reading>& records) {
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    records.push_back(read_record(line, name + ":" + std::to_string(number)));
  }
  if (stream.bad()) throw InputError(say("{0}: cannot be read", {name}));
}

}  // namespace

Reading read_record(std::string_view line, const std::string& name) {
  const rapidjson::Document tree = parse_json(line, name);
  if (text_in(tree, "id").empty()) throw InputError(say("{0}: no record: it has no \"id\"", {name}));
  return RecordReader(tree).read();
}

std::vector<Reading> read_records(const std::vector<std::string>& names, std::istream& input) {
  std::vector<Reading> records;
  for (const std::string& name : names) {
    if (name == "-") {
      read_lines(input, "<stdin>", records);
      continue;
    }
    if (std::filesystem::is_directory(name)) throw InputError(say("{0}: is a directory, not a file of records", {name}));
    std::ifstream file(name, std::ios::binary);
    if (!file) throw InputError(say("{0}: cannot be read", {name}));
    read_lines(file, name, records);
  }
  return records;
}

std::map<std::string, const Reading*> by_article(const std::vector<Reading>& records) {
  std::map<std::string, const Reading*> all;
  for (const Reading& record : records) all[record.id] = &record;
  for (const Reading& record : records) {
    if (!record.file.empty()) all.emplace(record.file, &record);
  }
  return all;
}

}  // namespace boctach
