#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "boctach/failure.h"
#include "boctach/record_schema.h"
#include "formats/record_sources.h"
#include "formats/record_tables.h"
#include "formats/sqlite.h"
#include "formats/sqlite_tables.h"
#include "text/messages.h"

namespace boctach {
namespace {

// The rows of one table in the order of its key, read beside those of the others.
class TableRows {
 public:
  TableRows(const SqliteFile& database, const Table& table) : keys_(table.keys), statement_(database.prepare(select(table))) { advance(); }

  // The next row if it belongs to this article (and item); then its columns are those of the table.
  bool is_at(std::int64_t article, std::int64_t item = 0) const {
    return there_ && statement_.number(0) == article && (item == 0 || statement_.number(1) == item);
  }
  void advance() { there_ = statement_.step(); }
  [[nodiscard]] bool there() const { return there_; }

  // To be read from the left: begins behind the key.
  void begin(std::size_t column) { column_ = static_cast<int>(column); }
  void begin() { begin(keys_); }
  std::int64_t number() { return statement_.number(column_++); }
  std::string text() { return statement_.text(column_++); }
  std::optional<std::string> optional() {
    const bool null = statement_.is_null(column_);
    std::string text = statement_.text(column_++);
    return null ? std::nullopt : std::optional(std::move(text));
  }
  std::optional<std::int64_t> optional_number() {
    const bool null = statement_.is_null(column_);
    const std::int64_t number = statement_.number(column_++);
    return null ? std::nullopt : std::optional(number);
  }
  std::size_t size() { return static_cast<std::size_t>(number()); }

 private:
  static std::string select(const Table& table) {
    std::string sql = "SELECT ";
    for (const Column& column : table.columns) sql += (&column == &table.columns.front() ? "" : ", ") + sql_name(column.name);
    sql += " FROM " + sql_name(table.name) + " ORDER BY ";
    for (std::size_t i = 0; i < table.keys; ++i) sql += (i == 0 ? "" : ", ") + sql_name(table.columns[i].name);
    return sql;
  }

  std::size_t keys_;
  SqliteStatement statement_;
  bool there_ = false;
  int column_ = 0;
};

std::vector<std::string> split(const std::string& joined, char between) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; !joined.empty() && at <= joined.size();) {
    const std::size_t end = std::min(joined.find(between, at), joined.size());
    parts.push_back(joined.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

Place place_of(TableRows& rows) {
  Place place;
  const auto start = rows.optional_number();
  const auto end = rows.optional_number();
  place.in_text = start.has_value();
  place.start = static_cast<std::size_t>(start.value_or(0));
  place.end = static_cast<std::size_t>(end.value_or(0));
  place.raw_start = rows.size();
  place.raw_end = rows.size();
  place.raw_field = rows.text();
  return place;
}

void read_mention(TableRows& rows, RecordMention& mention) {
  mention.rule = rows.text();
  mention.experimental = rows.number() != 0;
  mention.also = split(rows.text(), ' ');
  mention.place = place_of(rows);
}

std::pair<std::string, Evidence> evidence_of(TableRows& rows) {
  std::string field = rows.text();
  std::string rule = rows.text();
  return std::make_pair(std::move(field), Evidence{std::move(rule), place_of(rows)});
}

class SqliteRecords final : public RecordSource {
 public:
  explicit SqliteRecords(const std::string& path)
      : database_(path, SQLITE_OPEN_READONLY, [path](const std::string& reason) { throw InputError(path + ": " + reason); }),
        tables_(make_record_tables(read_labels(path))) {
    for (const Table& table : tables_.tables) rows_.emplace_back(database_, table);
  }

  std::optional<Record> next() override {
    TableRows& rows = rows_[0];
    if (!rows.there()) return std::nullopt;
    Record record;
    const std::vector<std::string> arrays = read_article(rows, record);
    for (TableRows& proofs = rows_[1]; proofs.is_at(article_); proofs.advance()) {
      proofs.begin();
      record.metadata_evidence.push_back(evidence_of(proofs));
    }
    for (TableRows& notes = rows_[2]; notes.is_at(article_); notes.advance()) {
      notes.begin();
      std::string code = notes.text();
      record.notes.push_back({Severity::Note, std::move(code), notes.text(), {}, "", 1, ""});
    }
    for (const std::string& name : arrays) {
      const auto same = [&](const RecordLabel& label) { return label.array == name; };
      const auto label = std::find_if(tables_.labels.begin(), tables_.labels.end(), same);
      if (label != tables_.labels.end()) record.arrays.push_back(read_array(static_cast<std::size_t>(label - tables_.labels.begin())));
    }
    rows.advance();
    return record;
  }

  [[nodiscard]] const std::vector<RecordLabel>& labels() const override { return tables_.labels; }

 private:
  std::vector<RecordLabel> read_labels(const std::string& path) const {
    SqliteStatement version = database_.prepare("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version");
    version.step();
    if (version.number(0) != sqlite_application_id) throw InputError(say("{0}: is no database of records", {path}));
    if (version.number(1) != sqlite_tables_version) throw InputError(say("{0}: was written by another version of the program", {path}));
    if (database_.has_table("unfinished"))
      throw InputError(say("{0}: the run is not complete; the command it was started with goes on", {path}));
    std::vector<RecordLabel> labels;
    for (SqliteStatement rows = database_.prepare("SELECT label, array, shape FROM labels ORDER BY position"); rows.step();) {
      labels.push_back({rows.text(0), rows.text(1), rows.text(2) == "items", 0, {}, {}});
    }
    for (SqliteStatement rows = database_.prepare("SELECT label, field, type FROM label_fields ORDER BY label, position"); rows.step();) {
      labels.at(static_cast<std::size_t>(rows.number(0)) - 1).fields.emplace_back(rows.text(1), rows.text(2));
    }
    return labels;
  }

  // The row of an article; which arrays its record has.
  std::vector<std::string> read_article(TableRows& rows, Record& record) {
    rows.begin(0);
    article_ = rows.number();
    record.id = rows.text();
    record.ok = rows.text() == "ok";
    record.origin.path = rows.text();
    record.origin.line = static_cast<std::size_t>(rows.optional_number().value_or(0));
    record.origin.byte = static_cast<std::size_t>(rows.optional_number().value_or(0));
    record.duplicate_of = rows.optional();
    record.raw_field = rows.text();
    for (auto* text : {&record.title, &record.published, &record.byline, &record.outlet}) *text = rows.optional();
    for (auto* text : {&record.error.code, &record.error.stage, &record.error.message}) *text = rows.text();
    record.text = rows.optional();
    record.offsets = rows.text();
    const std::optional<std::string> arrays = rows.optional();
    record.rules = rows.text();
    if (!record.ok) return {};
    if (arrays) return split(*arrays, ',');
    std::vector<std::string> all;
    for (const RecordLabel& label : tables_.labels) all.push_back(label.array);
    return all;
  }

  LabelArray read_array(std::size_t index) {
    const RecordLabel& label = tables_.labels[index];
    const std::size_t table = tables_.of_label[index];
    LabelArray array{label.label, label.array, label.items, {}};
    for (TableRows& rows = rows_[table]; rows.is_at(article_); rows.advance()) {
      rows.begin(1);
      const std::int64_t item = rows.number();
      Item& read = array.items_found.emplace_back();
      if (!label.items) read.mentions.emplace_back().text = rows.text();
      for (const auto& [name, type] : label.fields) read.fields.emplace_back(name, read_value(rows, type));
      if (!label.items) read_mention(rows, read.mentions.front());
      read_children(table, item, read);
      std::erase_if(read.fields, [](const auto& field) { return left_out_if_empty(field.first) && is_empty(field.second); });
    }
    return array;
  }

  static bool is_empty(const Value& value) {
    const auto* list = std::get_if<std::vector<std::string>>(&value);
    return list != nullptr ? list->empty() : std::holds_alternative<std::monostate>(value);
  }

  static Value read_value(TableRows& rows, const std::string& type) {
    if (type == "int") {
      const auto number = rows.optional_number();
      return number ? Value(*number) : Value();
    }
    auto text = rows.optional();
    if (type == "list") return std::vector<std::string>();  // filled from its own table
    return text ? Value(std::move(*text)) : Value();
  }

  void read_children(std::size_t table, std::int64_t item, Item& read) {
    for (std::size_t child = table + 1; child < tables_.tables.size() && tables_.tables[child].keys == 3; ++child) {
      const Table& of = tables_.tables[child];
      for (TableRows& rows = rows_[child]; rows.is_at(article_, item); rows.advance()) {
        rows.begin();
        if (of.kind == TableKind::Mentions) {
          RecordMention& mention = read.mentions.emplace_back();
          mention.text = rows.text();
          read_mention(rows, mention);
        } else if (of.kind == TableKind::Evidence) {
          auto [field, evidence] = evidence_of(rows);
          if (read.evidence.empty() || read.evidence.back().first != field) read.evidence.emplace_back(field, std::vector<Evidence>());
          read.evidence.back().second.push_back(std::move(evidence));
        } else {
          std::get<std::vector<std::string>>(read.fields[of.field].second).push_back(rows.text());
        }
      }
    }
  }

  SqliteFile database_;
  RecordTables tables_;
  std::vector<TableRows> rows_;  // of every table
  std::int64_t article_ = 0;
};

}  // namespace

std::unique_ptr<RecordSource> make_sqlite_record_source(const std::string& path) { return std::make_unique<SqliteRecords>(path); }

bool is_sqlite_file(const std::string& path) {
  constexpr std::string_view begins("SQLite format 3\0", 16);
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;  // a pipe can be read once only
  std::ifstream file(path, std::ios::binary);
  std::string beginning(begins.size(), ' ');
  return file.read(beginning.data(), static_cast<std::streamsize>(beginning.size())) && beginning == begins;
}

}  // namespace boctach
