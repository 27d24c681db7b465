#include "formats/record_rows.h"

#include <algorithm>
#include <cassert>
#include <optional>

namespace boctach {
namespace {

const Value* field_of(const Item& item, const std::string& name) {
  const auto found = std::find_if(item.fields.begin(), item.fields.end(), [&](const auto& field) { return field.first == name; });
  return found == item.fields.end() ? nullptr : &found->second;
}

// True if the record has just the arrays of the tables, in their order.
bool has_all_arrays(const RecordTables& tables, const Record& record) {
  const auto same = [](const RecordLabel& label, const LabelArray& array) { return label.array == array.array; };
  return std::equal(tables.labels.begin(), tables.labels.end(), record.arrays.begin(), record.arrays.end(), same);
}

}  // namespace

std::optional<std::size_t> table_of_array(const RecordTables& tables, std::string_view array) {
  for (std::size_t i = 0; i < tables.labels.size(); ++i) {
    if (tables.labels[i].array == array) return tables.of_label[i];
  }
  return std::nullopt;
}

void RecordRows::give(const Record& record, std::int64_t article, const Take& take) {
  article_ = article;
  give_article(record, article, take);
  for (const LabelArray& array : record.arrays) {
    const std::optional<std::size_t> table = table_of_array(tables_, array.array);
    assert(table);
    if (!table) continue;
    item_ = 0;
    for (const Item& item : array.items_found) {
      ++item_;
      give_item(*table, item, take);
      give_children(*table, item, take);
    }
  }
}

void RecordRows::give_article(const Record& record, std::int64_t article, const Take& take) {
  made_.clear();
  row_.assign(1, article);
  put_text(record.id);
  put_text(record.ok ? "ok" : "error");
  put_text(record.origin.path);
  for (const std::size_t number : {record.origin.line, record.origin.byte}) {
    record.origin.line > 0 ? put_number(number) : static_cast<void>(row_.emplace_back());
  }
  put_optional(record.duplicate_of);
  put_text_if(record.raw_field);
  for (const auto* text : {&record.title, &record.published, &record.byline, &record.outlet}) put_optional(*text);
  for (const auto* text : {&record.error.code, &record.error.stage, &record.error.message}) {
    record.ok ? static_cast<void>(row_.emplace_back()) : put_text(*text);
  }
  put_optional(record.text);
  put_text_if(record.offsets);
  if (record.ok && !has_all_arrays(tables_, record)) {
    std::vector<std::string> names;
    for (const LabelArray& array : record.arrays) names.push_back(array.array);
    put_text(joined(names, ","));
  } else {
    row_.emplace_back();
  }
  put_text(record.rules);
  take(0, row_);
  for (std::size_t i = 0; i < record.metadata_evidence.size(); ++i) {
    row_.assign({article, static_cast<std::int64_t>(i + 1)});
    put_text(record.metadata_evidence[i].first);
    put_text(record.metadata_evidence[i].second.rule);
    put_place(record.metadata_evidence[i].second.place);
    take(1, row_);
  }
  for (std::size_t i = 0; i < record.notes.size(); ++i) {
    row_.assign({article, static_cast<std::int64_t>(i + 1)});
    put_text(record.notes[i].code);
    put_text(record.notes[i].message);
    take(2, row_);
  }
}

void RecordRows::give_item(std::size_t table, const Item& item, const Take& take) {
  const RecordLabel& label = tables_.labels[tables_.tables[table].label];
  made_.clear();
  row_.assign({article_, item_});
  if (!label.items) put_text(item.mentions.front().text);
  for (const auto& field : label.fields) {
    const Value* value = field_of(item, field.first);
    value == nullptr ? static_cast<void>(row_.emplace_back()) : put_value(*value);
  }
  if (!label.items) put_mention(item.mentions.front());
  take(table, row_);
}

void RecordRows::give_children(std::size_t table, const Item& item, const Take& take) {
  const RecordLabel& label = tables_.labels[tables_.tables[table].label];
  for (std::size_t child = table + 1; child < tables_.tables.size() && tables_.tables[child].keys == 3; ++child) {
    std::int64_t position = 0;
    const auto begin = [&] {
      made_.clear();
      row_.assign({article_, item_, ++position});
    };
    const Table& rows = tables_.tables[child];
    if (rows.kind == TableKind::Mentions) {
      for (const RecordMention& mention : item.mentions) {
        begin();
        put_text(mention.text);
        put_mention(mention);
        take(child, row_);
      }
    } else if (rows.kind == TableKind::Evidence) {
      for (const auto& [field, all] : item.evidence) {
        for (const Evidence& evidence : all) {
          begin();
          put_text(field);
          put_text(evidence.rule);
          put_place(evidence.place);
          take(child, row_);
        }
      }
    } else if (const Value* value = field_of(item, label.fields[rows.field].first)) {
      if (!std::holds_alternative<std::vector<std::string>>(*value)) continue;
      for (const std::string& text : std::get<std::vector<std::string>>(*value)) {
        begin();
        put_text(text);
        take(child, row_);
      }
    }
  }
}

void RecordRows::put_optional(const std::optional<std::string>& text) { text ? put_text(*text) : static_cast<void>(row_.emplace_back()); }

void RecordRows::put_value(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    put_text(*text);
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    row_.emplace_back(*number);
  } else if (const auto* list = std::get_if<std::vector<std::string>>(&value); list != nullptr && !list->empty()) {
    put_text(joined(*list, "; "));
  } else {
    row_.emplace_back();
  }
}

void RecordRows::put_place(const Place& place) {
  for (const std::size_t position : {place.start, place.end}) {
    place.in_text ? put_number(position) : static_cast<void>(row_.emplace_back());
  }
  put_number(place.raw_start);
  put_number(place.raw_end);
  put_text_if(place.raw_field);
}

void RecordRows::put_mention(const RecordMention& mention) {
  put_text(mention.rule);
  put_number(mention.experimental ? 1 : 0);
  mention.also.empty() ? static_cast<void>(row_.emplace_back()) : put_text(joined(mention.also, " "));
  put_place(mention.place);
}

std::string_view RecordRows::joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string& all = made_.emplace_back();
  for (const std::string& text : texts) {
    if (&text != &texts.front()) all += between;
    all += text;
  }
  return all;
}

}  // namespace boctach
