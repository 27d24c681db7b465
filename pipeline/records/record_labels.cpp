#include <algorithm>

#include "boctach/record_schema.h"

namespace boctach {
namespace {

constexpr int behind_declared = 1001;

void add_fields(const Rule& rule, RecordLabel& label) {
  for (const FieldRule& field : rule.fields) {
    const auto same = [&](const auto& known) { return known.first == field.name; };
    if (std::any_of(label.fields.begin(), label.fields.end(), same)) continue;
    label.fields.emplace_back(field.name, field.type == FieldType::List ? "list" : field.type == FieldType::Int ? "int" : "string");
  }
}

// Labels that rules emit but no pack declares: an array of their name, fields in rule order.
void add_undeclared(const RuleSet& rules, std::vector<RecordLabel>& labels) {
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      if (!rule.is_written()) continue;
      auto label = std::find_if(labels.begin(), labels.end(), [&](const RecordLabel& l) { return l.label == rule.label; });
      if (label == labels.end()) {
        labels.emplace_back();
        label = labels.end() - 1;
        label->label = label->array = rule.label;
        label->order = behind_declared;
        label->mark.line = -1;  // not written by anybody: takes fields as they come
      }
      if (label->mark.line == -1) add_fields(rule, *label);
    }
  }
}

}  // namespace

std::vector<RecordLabel> record_labels(const RuleSet& rules) {
  std::vector<RecordLabel> labels;
  for (const Pack& pack : rules.packs) labels.insert(labels.end(), pack.records.begin(), pack.records.end());
  add_undeclared(rules, labels);
  std::stable_sort(labels.begin(), labels.end(), [](const RecordLabel& a, const RecordLabel& b) { return a.order < b.order; });
  return labels;
}

bool left_out_if_empty(std::string_view field) { return field == "modifier" || field == "calendar" || field == "flags"; }

}  // namespace boctach
