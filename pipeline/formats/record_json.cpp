#include <string_view>

#include "boctach/sink.h"
#include "formats/json_writer.h"

namespace boctach {
namespace {

class RecordWriter : private JsonWriter {
 public:
  std::string write(const Record& record) {
    json_.StartObject();
    text("schema", "boctach.record/1");
    text("id", record.id);
    text("status", record.ok ? "ok" : "error");
    write_source(record.origin);
    if (record.duplicate_of) text("duplicate_of", *record.duplicate_of);
    if (record.ok) {
      write_article(record);
    } else {
      write_error(record.error);
    }
    text("rules", record.rules);
    write_notes(record.notes);
    json_.EndObject();
    return written();
  }

 private:
  void text_or_null(std::string_view name, const std::optional<std::string>& text) {
    key(name);
    text ? value(*text) : static_cast<void>(json_.Null());
  }

  void write_source(const Origin& origin) {
    key("source");
    json_.StartObject();
    text("path", origin.path);
    if (origin.line > 0) {
      number("line", origin.line);
      number("byte", origin.byte);
    }
    json_.EndObject();
  }

  void write_error(const DocumentError& error) {
    key("error");
    json_.StartObject();
    text("code", error.code);
    text("stage", error.stage);
    text("message", error.message);
    json_.EndObject();
  }

  void write_article(const Record& record) {
    if (!record.raw_field.empty()) text("raw_field", record.raw_field);
    text_or_null("title", record.title);
    text_or_null("published", record.published);
    text_or_null("byline", record.byline);
    text_or_null("outlet", record.outlet);
    if (!record.metadata_evidence.empty()) {
      key("evidence");
      json_.StartObject();
      for (const auto& [field, evidence] : record.metadata_evidence) {
        key(field);
        write_evidence(evidence);
      }
      json_.EndObject();
    }
    for (const LabelArray& array : record.arrays) write_array(array);
    if (record.text) text("text", *record.text);
    if (!record.offsets.empty()) text("offsets", record.offsets);
  }

  void write_array(const LabelArray& array) {
    key(array.array);
    json_.StartArray();
    for (const Item& item : array.items_found) {
      json_.StartObject();
      if (array.items) {
        write_fields(item);
        write_item_evidence(item);
        key("mentions");
        json_.StartArray();
        for (const RecordMention& mention : item.mentions) {
          json_.StartObject();
          text("text", mention.text);
          write_mention(mention);
          json_.EndObject();
        }
        json_.EndArray();
      } else {
        text("text", item.mentions.front().text);
        write_fields(item);
        write_mention(item.mentions.front());
      }
      json_.EndObject();
    }
    json_.EndArray();
  }

  void write_fields(const Item& item) {
    for (const auto& [name, held] : item.fields) {
      key(name);
      write_value(held);
    }
  }

  void write_value(const Value& held) {
    if (const auto* one = std::get_if<std::string>(&held)) {
      value(*one);
    } else if (const auto* n = std::get_if<std::int64_t>(&held)) {
      json_.Int64(*n);
    } else if (const auto* list = std::get_if<std::vector<std::string>>(&held)) {
      json_.StartArray();
      for (const std::string& element : *list) value(element);
      json_.EndArray();
    } else {
      json_.Null();
    }
  }

  void write_item_evidence(const Item& item) {
    key("evidence");
    json_.StartObject();
    for (const auto& [field, all] : item.evidence) {
      key(field);
      if (all.size() > 1) json_.StartArray();
      for (const Evidence& evidence : all) write_evidence(evidence);
      if (all.size() > 1) json_.EndArray();
    }
    json_.EndObject();
  }

  void write_evidence(const Evidence& evidence) {
    json_.StartObject();
    text("rule", evidence.rule);
    write_place(evidence.place);
    json_.EndObject();
  }

  void write_mention(const RecordMention& mention) {
    text("rule", mention.rule);
    if (mention.experimental) {
      key("experimental");
      json_.Bool(true);
    }
    if (!mention.also.empty()) {
      key("also");
      json_.StartArray();
      for (const std::string& rule : mention.also) value(rule);
      json_.EndArray();
    }
    write_place(mention.place);
  }

  void write_place(const Place& place) {
    for (const auto& [name, position] : {std::pair("start", place.start), std::pair("end", place.end)}) {
      key(name);
      place.in_text ? json_.Uint64(position) : json_.Null();
    }
    number("raw_start", place.raw_start);
    number("raw_end", place.raw_end);
    if (!place.raw_field.empty()) text("raw_field", place.raw_field);
  }

  void write_notes(const std::vector<Diagnostic>& notes) {
    key("notes");
    json_.StartArray();
    for (const Diagnostic& note : notes) {
      json_.StartObject();
      text("code", note.code);
      text("message", note.message);
      json_.EndObject();
    }
    json_.EndArray();
  }
};

}  // namespace

std::string to_json(const Record& record) { return RecordWriter().write(record); }

}  // namespace boctach
