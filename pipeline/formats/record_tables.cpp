#include "formats/record_tables.h"

#include <algorithm>
#include <set>
#include <utility>

namespace boctach {
namespace {

std::string lower_ascii(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

// The name, with as many '_' behind it as make it a new one.
std::string new_name(std::string name, std::set<std::string>& taken) {
  while (!taken.insert(lower_ascii(name)).second) name += '_';
  return name;
}

Column number(std::string name, std::string about) { return {std::move(name), true, true, std::move(about)}; }
Column maybe_number(std::string name, std::string about) { return {std::move(name), true, false, std::move(about)}; }
Column text(std::string name, std::string about) { return {std::move(name), false, true, std::move(about)}; }
Column maybe_text(std::string name, std::string about) { return {std::move(name), false, false, std::move(about)}; }

const Column article_key = number("article", "number of the article in this output, from 1");
const Column item_key = number("item", "number of the item in its article, from 1");

void add_place(std::vector<Column>& columns) {
  columns.push_back(maybe_number("start", "first character in the cleaned text; null: it was dropped there"));
  columns.push_back(maybe_number("end", "behind its last character"));
  columns.push_back(number("raw_start", "first byte in the article as it came in"));
  columns.push_back(number("raw_end", "behind its last byte"));
  columns.push_back(maybe_text("raw_field", "the field these bytes are counted in; null: that of the article"));
}

void add_mention(std::vector<Column>& columns) {
  columns.push_back(text("rule", "that found it"));
  columns.push_back(number("experimental", "1: the rule is on trial"));
  columns.push_back(maybe_text("also", "other rules that found the same, by spaces"));
  add_place(columns);
}

class TableMaker {
 public:
  explicit TableMaker(std::vector<RecordLabel> labels) { made_.labels = std::move(labels); }

  RecordTables make() {
    // What a database has besides the tables of labels.
    for (const char* name : {"articles", "articles_evidence", "articles_notes", "labels", "label_fields", "search", "search_content",
                             "search_data", "search_idx", "search_docsize", "search_config", "run", "unfinished"}) {
      taken_.insert(name);
    }
    add_articles();
    for (std::size_t i = 0; i < made_.labels.size(); ++i) add_label(i);
    return std::move(made_);
  }

 private:
  void add_articles() {
    Table articles{"articles", TableKind::Articles, "one row an article, in the order of the input", "", 1, {article_key}, 0, 0};
    articles.columns.insert(
        articles.columns.end(),
        {text("id", "of the article"), text("status", "ok or error"), text("path", "of its input"),
         maybe_number("line", "in an input of many articles"), maybe_number("byte", "where that line starts"),
         maybe_text("duplicate_of", "id of the first article of the run with the same text, if that was asked for (--dedupe)"),
         maybe_text("raw_field", "the input field raw_start and raw_end count in; null: the whole input"), maybe_text("title", ""),
         maybe_text("published", "ISO 8601"), maybe_text("byline", ""), maybe_text("outlet", ""),
         maybe_text("error_code", "of an article that could not be read"), maybe_text("error_stage", ""), maybe_text("error_message", ""),
         maybe_text("text", "the cleaned text, if it was asked for (--with-text)"),
         maybe_text("offsets", "unit of start and end, if it is not code points"),
         maybe_text("arrays", "the labels this record has, if it lacks some of the tables"), text("rules", "hash of the rule set")});
    made_.tables.push_back(std::move(articles));
    Table evidence{
        "articles_evidence", TableKind::ArticleEvidence, "where title, published, byline and outlet come from", "articles", 2, {}, 0, 0};
    evidence.columns = {article_key, number("position", "from 1"), text("field", ""), text("rule", "that found it")};
    add_place(evidence.columns);
    made_.tables.push_back(std::move(evidence));
    Table notes{"articles_notes", TableKind::ArticleNotes, "what there is to say about an article", "articles", 2, {}, 0, 0};
    notes.columns = {article_key, number("position", "from 1"), text("code", ""), text("message", "")};
    made_.tables.push_back(std::move(notes));
  }

  void add_label(std::size_t index) {
    const RecordLabel label = made_.labels[index];
    made_.of_label.push_back(made_.tables.size());
    Table table{new_name(label.array, taken_), TableKind::Label, "", "articles", 2, {article_key, item_key}, index, 0};
    table.about = label.items ? "one row an item of an article, whatever the number of its mentions" : "one row a mention";
    if (!label.items) table.columns.push_back(text("text", "as it stands in the article"));
    for (const auto& [name, type] : label.fields) {
      table.columns.push_back(type == "int" ? maybe_number(name, "") : maybe_text(name, type == "list" ? "all of them, by \"; \"" : ""));
    }
    if (!label.items) add_mention(table.columns);
    const std::string name = table.name;
    add(std::move(table));
    if (label.items) {
      add_child(name, "mentions", TableKind::Mentions, index);
      add_child(name, "evidence", TableKind::Evidence, index);
    }
    for (std::size_t field = 0; field < label.fields.size(); ++field) {
      if (label.fields[field].second == "list") add_child(name, label.fields[field].first, TableKind::List, index, field);
    }
  }

  void add_child(const std::string& parent, const std::string& what, TableKind kind, std::size_t label, std::size_t field = 0) {
    Table table{new_name(parent + "_" + what, taken_), kind, "", parent, 3, {article_key, item_key}, label, field};
    std::vector<Column>& columns = table.columns;
    if (kind == TableKind::Mentions) {
      table.about = "one row a mention of an item";
      columns.push_back(number("mention", "from 1"));
      columns.push_back(text("text", "as it stands in the article"));
      add_mention(columns);
    } else if (kind == TableKind::Evidence) {
      table.about = "where the fields of an item come from";
      columns.insert(columns.end(), {number("position", "from 1"), text("field", ""), text("rule", "that set it")});
      add_place(columns);
    } else {
      table.about = "one row a text of " + what;
      columns.insert(columns.end(), {number("position", "from 1"), text("value", "")});
    }
    add(std::move(table));
  }

  void add(Table table) {
    std::set<std::string> names;
    for (Column& column : table.columns) column.name = new_name(std::move(column.name), names);
    made_.tables.push_back(std::move(table));
  }

  RecordTables made_;
  std::set<std::string> taken_;
};

}  // namespace

RecordTables make_record_tables(std::vector<RecordLabel> labels) { return TableMaker(std::move(labels)).make(); }

const Column* find_column(const Table& table, const std::string& name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& column) { return column.name == name; });
  return found == table.columns.end() ? nullptr : &*found;
}

const Table* find_table(const RecordTables& tables, const std::string& name) {
  const auto found = std::find_if(tables.tables.begin(), tables.tables.end(), [&](const Table& table) { return table.name == name; });
  return found == tables.tables.end() ? nullptr : &*found;
}

}  // namespace boctach
