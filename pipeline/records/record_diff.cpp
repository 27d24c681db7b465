#include "records/record_diff.h"

#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace boctach {
namespace {

std::string shown(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  std::string joined;
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
    for (const std::string& element : *list) joined += (joined.empty() ? "" : " | ") + element;
  }
  return joined;
}

// What a record says of one mention.
struct Statement {
  std::string text;
  std::map<std::string, std::string> fields;
  std::map<std::string, std::set<std::string>> givers;  // field -> rules that gave it
  std::set<std::string> finders;
};

using StatementKey = std::tuple<std::string, std::string, std::size_t, std::size_t, int>;  // array, raw field, raw place, which of several

std::map<StatementKey, Statement> statements_of(const Record& record) {
  std::map<StatementKey, Statement> all;
  for (const LabelArray& array : record.arrays) {
    for (const Item& item : array.items_found) {
      Statement statement;
      for (const auto& [name, value] : item.fields) statement.fields[name] = shown(value);
      for (const auto& [name, evidence] : item.evidence) {
        for (const Evidence& proof : evidence) statement.givers[name].insert(proof.rule);
      }
      for (const RecordMention& mention : item.mentions) {
        statement.text = mention.text;
        statement.finders = {mention.rule};
        statement.finders.insert(mention.also.begin(), mention.also.end());
        StatementKey key{array.array, mention.place.raw_field, mention.place.raw_start, mention.place.raw_end, 0};
        while (!all.emplace(key, statement).second) ++std::get<4>(key);
      }
    }
  }
  return all;
}

Statement article_of(const Record& record) {
  Statement statement;
  statement.fields["title"] = record.title.value_or("");
  statement.fields["published"] = record.published.value_or("");
  statement.fields["byline"] = record.byline.value_or("");
  statement.fields["outlet"] = record.outlet.value_or("");
  statement.fields["text"] = record.text.value_or("");
  statement.fields["error"] = record.ok ? "" : record.error.code;
  for (const auto& [field, proof] : record.metadata_evidence) statement.givers[field].insert(proof.rule);
  return statement;
}

void add_rules(const Statement& statement, const std::string* field, std::set<std::string>& rules) {
  rules.insert(statement.finders.begin(), statement.finders.end());
  for (const auto& [name, givers] : statement.givers) {
    if (field == nullptr || name == *field) rules.insert(givers.begin(), givers.end());
  }
}

class Comparison {
 public:
  void compare(const StatementKey& key, const Statement* before, const Statement* after) {
    RecordDifference difference;
    difference.array = std::get<0>(key);
    difference.raw_start = std::get<2>(key);
    difference.text = (after != nullptr ? after : before)->text;
    if (before != nullptr && after != nullptr) {
      changes(*before, *after, difference);
      if (difference.fields.empty()) return;
    } else {
      difference.kind = after != nullptr ? RecordDifference::Kind::Gained : RecordDifference::Kind::Lost;
      const Statement& only = after != nullptr ? *after : *before;
      add_rules(only, nullptr, difference.rules);
      for (const auto& [name, value] : only.fields) {
        if (value.empty()) continue;
        difference.fields.push_back({name, after == nullptr ? value : "", after != nullptr ? value : ""});
      }
    }
    found.push_back(std::move(difference));
  }

  std::vector<RecordDifference> found;

 private:
  static void changes(const Statement& before, const Statement& after, RecordDifference& difference) {
    std::map<std::string, std::pair<std::string, std::string>> both;
    for (const auto& [name, value] : before.fields) both[name].first = value;
    for (const auto& [name, value] : after.fields) both[name].second = value;
    for (const auto& [name, values] : both) {
      if (values.first == values.second) continue;
      difference.fields.push_back({name, values.first, values.second});
      add_rules(before, &name, difference.rules);
      add_rules(after, &name, difference.rules);
    }
    if (before.finders == after.finders) return;
    const auto listed = [](const std::set<std::string>& rules) {
      std::string all;
      for (const std::string& rule : rules) all += (all.empty() ? "" : ", ") + rule;
      return all;
    };
    difference.fields.push_back({"rule", listed(before.finders), listed(after.finders)});
    difference.rules.insert(before.finders.begin(), before.finders.end());
    difference.rules.insert(after.finders.begin(), after.finders.end());
  }
};

}  // namespace

std::vector<RecordDifference> compare_records(const Record& before, const Record& after) {
  Comparison comparison;
  const Statement old_article = article_of(before);
  const Statement new_article = article_of(after);
  comparison.compare({"article", "", 0, 0, 0}, &old_article, &new_article);
  const auto old_statements = statements_of(before);
  const auto new_statements = statements_of(after);
  for (const auto& [key, statement] : old_statements) {
    const auto other = new_statements.find(key);
    comparison.compare(key, &statement, other == new_statements.end() ? nullptr : &other->second);
  }
  for (const auto& [key, statement] : new_statements) {
    if (old_statements.count(key) == 0) comparison.compare(key, nullptr, &statement);
  }
  return std::move(comparison.found);
}

}  // namespace boctach
