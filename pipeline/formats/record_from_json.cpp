#include <algorithm>
#include <utility>

#include "boctach/failure.h"
#include "formats/json_value.h"
#include "formats/record_sources.h"
#include "text/messages.h"

namespace boctach {
namespace {

using Json = rapidjson::Value;

class RecordFromJson {
 public:
  RecordFromJson(const std::vector<RecordLabel>& labels, const std::string& place) : labels_(labels), place_(place) {}

  Record read(const Json& json) {
    if (!json.IsObject()) fail(say("no record: it is no JSON object"));
    if (text(json, "schema") != "boctach.record/1") fail(say("no record: its 'schema' is not {0}", {"boctach.record/1"}));
    for (const auto& member : json.GetObject()) read_member(name_of(member), member.value);
    if (record_.id.empty()) fail(say("'{0}' is missing", {"id"}));
    return std::move(record_);
  }

 private:
  [[noreturn]] void fail(const std::string& why) const { throw InputError(place_ + ": " + why); }

  template <typename Member>
  static std::string name_of(const Member& member) {
    return {member.name.GetString(), member.name.GetStringLength()};
  }

  [[nodiscard]] std::string text_of(const Json& json, const std::string& key) const {
    if (!json.IsString()) fail(say("'{0}' is no text", {key}));
    return {json.GetString(), json.GetStringLength()};
  }

  [[nodiscard]] std::optional<std::string> optional_of(const Json& json, const std::string& key) const {
    return json.IsNull() ? std::nullopt : std::optional(text_of(json, key));
  }

  [[nodiscard]] const Json& member(const Json& json, const char* key) const {
    if (!json.IsObject()) fail(say("'{0}' is missing", {key}));
    const auto found = json.FindMember(key);
    if (found == json.MemberEnd()) fail(say("'{0}' is missing", {key}));
    return found->value;
  }

  [[nodiscard]] std::string text(const Json& json, const char* key) const { return text_of(member(json, key), key); }

  [[nodiscard]] std::string text_if(const Json& json, const char* key) const {
    return json.HasMember(key) ? text(json, key) : std::string();
  }

  [[nodiscard]] std::size_t number(const Json& json, const char* key) const {
    const Json& value = member(json, key);
    if (!value.IsUint64()) fail(say("'{0}' is no number", {key}));
    return static_cast<std::size_t>(value.GetUint64());
  }

  [[nodiscard]] const Json& object(const Json& json, const std::string& key) const {
    if (!json.IsObject()) fail(say("'{0}' is no object", {key}));
    return json;
  }

  [[nodiscard]] const Json& list(const Json& json, const std::string& key) const {
    if (!json.IsArray()) fail(say("'{0}' is no list", {key}));
    return json;
  }

  [[nodiscard]] std::vector<std::string> texts_of(const Json& json, const std::string& key) const {
    std::vector<std::string> texts;
    for (const Json& element : list(json, key).GetArray()) texts.push_back(text_of(element, key));
    return texts;
  }

  void read_member(const std::string& key, const Json& value) {
    if (key == "schema") return;
    if (key == "id") return static_cast<void>(record_.id = text_of(value, key));
    if (key == "status") return static_cast<void>(record_.ok = text_of(value, key) == "ok");
    if (key == "source") return read_source(value);
    if (key == "duplicate_of") return static_cast<void>(record_.duplicate_of = text_of(value, key));
    if (key == "raw_field") return static_cast<void>(record_.raw_field = text_of(value, key));
    if (key == "error") return read_error(value);
    if (key == "title") return static_cast<void>(record_.title = optional_of(value, key));
    if (key == "published") return static_cast<void>(record_.published = optional_of(value, key));
    if (key == "byline") return static_cast<void>(record_.byline = optional_of(value, key));
    if (key == "outlet") return static_cast<void>(record_.outlet = optional_of(value, key));
    if (key == "evidence") return read_metadata_evidence(value);
    if (key == "text") return static_cast<void>(record_.text = text_of(value, key));
    if (key == "offsets") return static_cast<void>(record_.offsets = text_of(value, key));
    if (key == "rules") return static_cast<void>(record_.rules = text_of(value, key));
    if (key == "notes") return read_notes(value);
    read_array(key, value);
  }

  void read_source(const Json& json) {
    record_.origin.path = text(json, "path");
    if (!json.HasMember("line")) return;
    record_.origin.line = number(json, "line");
    record_.origin.byte = number(json, "byte");
  }

  void read_error(const Json& json) { record_.error = {text(json, "code"), text(json, "stage"), text(json, "message")}; }

  void read_notes(const Json& json) {
    for (const Json& note : list(json, "notes").GetArray()) {
      record_.notes.push_back({Severity::Note, text(note, "code"), text(note, "message"), {}, "", 1, ""});
    }
  }

  void read_metadata_evidence(const Json& json) {
    for (const auto& proof : object(json, "evidence").GetObject())
      record_.metadata_evidence.emplace_back(name_of(proof), evidence_of(proof.value));
  }

  void read_array(const std::string& key, const Json& json) {
    const auto label = std::find_if(labels_.begin(), labels_.end(), [&](const RecordLabel& known) { return known.array == key; });
    if (label == labels_.end()) fail(say("'{0}' is of no label of these rules; give those it was made with (--rules)", {key}));
    LabelArray array{label->label, label->array, label->items, {}};
    for (const Json& item : list(json, key).GetArray()) array.items_found.push_back(item_of(item, *label));
    record_.arrays.push_back(std::move(array));
  }

  Item item_of(const Json& json, const RecordLabel& label) const {
    Item item;
    for (const auto& member : object(json, label.array).GetObject()) {
      const std::string key = name_of(member);
      const auto same = [&](const auto& known) { return known.first == key; };
      const auto field = std::find_if(label.fields.begin(), label.fields.end(), same);
      if (field != label.fields.end()) {
        item.fields.emplace_back(key, value_of(member.value, *field));
      } else if (!is_fixed_key(key, label.items)) {
        fail(say("'{0}' of '{1}' is no field of these rules; give those it was made with (--rules)", {key, label.array}));
      }
    }
    if (!label.items) {
      item.mentions.push_back(mention_of(json));
      return item;
    }
    for (const auto& proofs : object(member(json, "evidence"), "evidence").GetObject())
      item.evidence.emplace_back(name_of(proofs), all_evidence(proofs.value));
    for (const Json& mention : list(member(json, "mentions"), "mentions").GetArray()) item.mentions.push_back(mention_of(mention));
    return item;
  }

  static bool is_fixed_key(const std::string& key, bool items) {
    return items ? std::find(item_keys.begin(), item_keys.end(), key) != item_keys.end()
                 : std::find(mention_keys.begin(), mention_keys.end(), key) != mention_keys.end();
  }

  [[nodiscard]] Value value_of(const Json& json, const std::pair<std::string, std::string>& field) const {
    if (field.second == "list") return texts_of(json, field.first);
    if (json.IsNull()) return std::monostate();
    if (field.second != "int") return text_of(json, field.first);
    if (!json.IsInt64()) fail(say("'{0}' is no number", {field.first}));
    return static_cast<std::int64_t>(json.GetInt64());
  }

  [[nodiscard]] std::vector<Evidence> all_evidence(const Json& json) const {
    if (!json.IsArray()) return {evidence_of(json)};
    std::vector<Evidence> all;
    for (const Json& one : json.GetArray()) all.push_back(evidence_of(one));
    return all;
  }

  [[nodiscard]] Evidence evidence_of(const Json& json) const { return {text(json, "rule"), place_of(json)}; }

  [[nodiscard]] Place place_of(const Json& json) const {
    Place place;
    place.in_text = !member(json, "start").IsNull();
    if (place.in_text) {
      place.start = number(json, "start");
      place.end = number(json, "end");
    }
    place.raw_start = number(json, "raw_start");
    place.raw_end = number(json, "raw_end");
    place.raw_field = text_if(json, "raw_field");
    return place;
  }

  [[nodiscard]] RecordMention mention_of(const Json& json) const {
    RecordMention mention;
    mention.text = text(json, "text");
    mention.rule = text(json, "rule");
    mention.experimental = true_in(json, "experimental");
    if (json.HasMember("also")) mention.also = texts_of(json["also"], "also");
    mention.place = place_of(json);
    return mention;
  }

  const std::vector<RecordLabel>& labels_;
  const std::string& place_;
  Record record_;
};

}  // namespace

Record record_from_json(std::string_view line, const std::vector<RecordLabel>& labels, const std::string& place) {
  const rapidjson::Document tree = parse_json(line, place);
  return RecordFromJson(labels, place).read(tree);
}

}  // namespace boctach
