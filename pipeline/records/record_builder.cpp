#include "boctach/record_builder.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "boctach/record_schema.h"
#include "records/date_resolver.h"
#include "records/item_merger.h"
#include "records/mention_values.h"
#include "records/metadata_reader.h"
#include "records/place_index.h"
#include "records/year_search.h"

namespace boctach {
namespace {

Value value_of(const std::string& type, const FieldTexts* field) {
  if (type == "list") return field == nullptr ? std::vector<std::string>() : field->texts;
  if (field == nullptr || field->texts.empty()) return std::monostate();
  const std::string& text = field->texts.front();
  if (type != "int") return text;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::monostate();
  return number;
}

Item make_item(const RecordLabel& label, const FieldMap& fields) {
  Item item;
  for (const auto& [name, type] : label.fields) {
    const FieldTexts* field = fields.find(name);
    if (left_out_if_empty(name) && (field == nullptr || field->texts.empty())) continue;
    item.fields.emplace_back(name, value_of(type, field));
    if (field != nullptr && !field->evidence.empty()) item.evidence.emplace_back(name, field->evidence);
  }
  return item;
}

std::string_view name_of(OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::Bytes:
      return "bytes";
    case OffsetUnit::Utf16:
      return "utf16";
    case OffsetUnit::CodePoints:
      break;
  }
  return "";
}

RecordMention mention_of(const Mention& mention, std::string_view text, const PlaceIndex& places) {
  RecordMention made;
  made.text = std::string(mention.span.of(text));
  made.rule = mention.rule->full_name();
  made.experimental = mention.rule->status == Status::Experimental;
  for (const Rule* rule : mention.also) made.also.push_back(rule->full_name());
  made.place = places.of_text(mention.span);
  return made;
}

LabelArray make_array(const RecordLabel& label, const Findings& findings, std::string_view text, const MentionValues& values,
                      const PlaceIndex& places) {
  LabelArray array{label.label, label.array, label.items, {}};
  ItemMerger merger;
  for (std::size_t i = 0; i < findings.mentions.size(); ++i) {
    const Mention& mention = findings.mentions[i];
    if (mention.early || !mention.rule->emit || mention.rule->label != label.label) continue;
    FieldMap fields = values.fields_of(i);
    // "today" in an article without a date of its own is no date of any day.
    if (const FieldValue* date = mention.field("value"); date != nullptr && date->date && fields.find("value") == nullptr) continue;
    RecordMention written = mention_of(mention, text, places);
    if (label.items) {
      merger.add(*mention.rule, std::move(fields), std::move(written));
    } else {
      Item item = make_item(label, fields);
      item.evidence.clear();
      item.mentions.push_back(std::move(written));
      array.items_found.push_back(std::move(item));
    }
  }
  for (ItemMerger::Growing& growing : std::move(merger).take_items()) {
    array.items_found.push_back(make_item(label, growing.fields));
    array.items_found.back().mentions = std::move(growing.mentions);
  }
  return array;
}

// Values stay: they are what the rules made of the text.
void leave_out_text(Record& record) {
  record.title.reset();
  for (LabelArray& array : record.arrays) {
    for (Item& item : array.items_found) {
      for (RecordMention& mention : item.mentions) mention.text.clear();
    }
  }
}

}  // namespace

RecordBuilder::RecordBuilder(const RuleSet& rules, RecordOptions options)
    : rules_(rules), options_(std::move(options)), labels_(record_labels(rules)) {}

Record RecordBuilder::build(const Document& document, const Findings& findings) const {
  Record record;
  record.id = document.id;
  record.origin = document.origin;
  record.rules = rules_.hash;
  record.notes = document.diagnostics.all();
  if (!document.errors.empty()) {
    record.ok = false;
    record.error = document.errors.front();
    return record;
  }
  const PlaceIndex places(document, options_.offsets);
  record.raw_field = places.main_field();
  record.offsets = name_of(options_.offsets);
  read_metadata(document, findings, places, record);
  const YearSearch years(document, findings);
  const DateResolver resolver(years, record.published.value_or(""));
  const MentionValues values(document, findings, resolver, places);
  for (const RecordLabel& label : labels_) {
    const auto asked_for = [&](const std::string& name) { return name == label.array || name == label.label; };
    if (!options_.labels.empty() && std::none_of(options_.labels.begin(), options_.labels.end(), asked_for)) continue;
    record.arrays.push_back(make_array(label, findings, document.buffer.text(), values, places));
  }
  if (options_.with_text) record.text = std::string(document.buffer.text());
  if (options_.without_text) leave_out_text(record);
  return record;
}

}  // namespace boctach
