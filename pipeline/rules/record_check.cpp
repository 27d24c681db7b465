#include <algorithm>
#include <map>

#include "boctach/record.h"
#include "rules/checks.h"
#include "rules/pattern_text.h"
#include "text/messages.h"

namespace boctach {
namespace {

template <typename Names>
bool is_one_of(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A text that is no number becomes null where the record wants one.
bool may_be_no_number(const FieldRule& field) {
  const auto makes_one = [](const std::string& step) { return step == "int" || step == "roman"; };
  return field.type != FieldType::Int && std::none_of(field.normalise.begin(), field.normalise.end(), makes_one);
}

class RecordCheck {
 public:
  RecordCheck(const RuleSet& rules, const std::vector<RuleTree>& trees, Reporter& reporter)
      : rules_(rules), trees_(trees), reporter_(reporter), labels_(labels(rules)) {}

  void run(const std::vector<PackTree>& packs) {
    for (const PackTree& pack : packs) {
      for (const Node& record : pack.root.members("records")) check_declared(record);
    }
    for (const Pack& pack : rules_.packs) {
      const Reporter::Allowance of_pack(reporter_, pack.allow);
      for (const Rule& rule : pack.rules) {
        const Reporter::Allowance of_rule(reporter_, rule.allow);
        const auto declared = declared_.find(rule.label);
        if (declared != declared_.end()) {
          check_types(rule, *declared->second);
        } else if (rule.is_written()) {
          check_undeclared(rule);
        }
      }
    }
  }

 private:
  void check_declared(const Node& record) {
    const std::string& label = record.key;
    if (!declared_.emplace(label, &record).second) {
      reporter_.report("E319", record.key_mark, say("a second record of label '{0}'", {label}));
      return;
    }
    if (!is_one_of(labels_, label))
      reporter_.report("E302", record.key_mark, say("no rule gives label '{0}'", {label}), suggest(label, labels_));
    const Node* array = record.find("array");
    take_array(record.text("array", label), label, array != nullptr ? array->mark : record.key_mark);
    for (const Node& field : record.members("fields")) take_field(field.key, record.text("as") == "items", field.key_mark);
  }

  void check_undeclared(const Rule& rule) {
    take_array(rule.label, rule.label, mark_under(trees_[static_cast<std::size_t>(rule.order)], {"label"}));
    for (const FieldRule& field : rule.fields) take_field(field.name, false, field.mark);
  }

  void take_array(const std::string& array, const std::string& label, const Mark& mark) {
    if (is_one_of(record_keys, array)) {
      reporter_.report("E319", mark, say("'{0}' is a key of every record, and no name for an array", {array}),
                       say("give label '{0}' an array of another name under `records` of the pack", {label}));
      return;
    }
    const auto [owner, fresh] = arrays_.emplace(array, label);
    if (!fresh && owner->second != label)
      reporter_.report("E319", mark, say("'{0}' is the array of label '{1}' already", {array, owner->second}),
                       say("give label '{0}' an array of another name under `records` of the pack", {label}));
  }

  void take_field(const std::string& field, bool of_item, const Mark& mark) {
    if (of_item ? is_one_of(item_keys, field) : is_one_of(mention_keys, field))
      reporter_.report("E319", mark, say("'{0}' is a key of everything in an array, and no name for a field", {field}));
  }

  void check_types(const Rule& rule, const Node& record) {
    const Node* types = record.find("fields");
    if (types == nullptr) return;
    for (const FieldRule& field : rule.fields) {
      if (types->text(field.name) == "int" && may_be_no_number(field))
        reporter_.report("W305", field.mark,
                         say("field '{0}' of rule '{1}' is no int, which label '{2}' wants", {field.name, rule.id, rule.label}),
                         "what is no number is written as null: give it `type: int` here, or another type under `records`");
    }
  }

  const RuleSet& rules_;
  const std::vector<RuleTree>& trees_;
  Reporter& reporter_;
  std::vector<std::string> labels_;
  std::map<std::string, const Node*> declared_;  // by label
  std::map<std::string, std::string> arrays_;    // array -> label
};

}  // namespace

void check_records(const RuleSet& rules, const std::vector<PackTree>& packs, const std::vector<RuleTree>& trees, Reporter& reporter) {
  RecordCheck(rules, trees, reporter).run(packs);
}

}  // namespace boctach
