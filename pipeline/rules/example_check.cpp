#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "rules/checks.h"
#include "text/messages.h"

namespace boctach {
namespace {

// What examples of a rule may expect: its fields, or what its links set; a composed date has more.
std::vector<std::string> fields_to_expect(const Rule& rule) {
  std::vector<std::string> fields;
  for (const FieldRule& field : rule.fields) {
    fields.push_back(field.name);
    if (field.compose != Compose::None) fields.insert(fields.end(), {"kind", "precision", "anchor", "modifier", "flags"});
  }
  if (!rule.link) return fields;
  for (const auto* list : {&rule.link->set, &rule.link->add}) {
    for (const auto& [field, group] : *list) fields.push_back(field);
  }
  return fields;
}

// YYYY-MM-DD, alone or with Thh:mm or Thh:mm:ss behind it.
bool is_time(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00T00:00:00";
  if (text.size() != 10 && text.size() != 16 && text.size() != shape.size()) return false;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (shape[i] == '0' ? !is_digit(text[i]) : text[i] != shape[i]) return false;
  }
  const auto number = [&](std::size_t at, std::size_t size) {
    return at < text.size() ? std::atoi(std::string(text.substr(at, size)).c_str()) : 0;
  };
  const std::chrono::year_month_day day(std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2))));
  return day.ok() && number(11, 2) < 24 && number(14, 2) < 60 && number(17, 2) < 60;
}

class ExampleCheck {
 public:
  ExampleCheck(const Rule& rule, Reporter& reporter) : rule_(rule), fields_(fields_to_expect(rule)), reporter_(reporter) {}

  void run(const Node& example) {
    if (const Node* given = example.find("given")) check_time(*given);
    const Node* expect = example.find("expect");
    // Where there are no fields at all, those of the groups are told to be missing.
    if (expect == nullptr || fields_.empty()) return;
    if (!expect->is_sequence()) return check_fields(*expect);
    for (const Node& one : expect->children) check_fields(one);
  }

  // It would hold whatever the rule is; an example of nothing never does.
  void check_text(const Node& counterexample) {
    const Node* text = counterexample.find("text");
    if (text != nullptr && text->is_scalar() && text->value.find_first_not_of(" \n") == std::string::npos)
      reporter_.report("E204", text->mark, "a counterexample without text", "nothing is found in it, whatever the rule is");
  }

 private:
  void check_time(const Node& given) {
    const Node* published = given.find("published");
    if (published != nullptr && published->is_scalar() && !is_time(published->value))
      reporter_.report("E204", published->mark, say("'{0}' is no time", {published->value}), "write YYYY-MM-DD or YYYY-MM-DDThh:mm");
  }

  void check_fields(const Node& expected) {
    for (const Node& field : expected.children) {
      if (std::find(fields_.begin(), fields_.end(), field.key) == fields_.end())
        reporter_.report("E320", field.key_mark, say("rule '{0}' has no field '{1}' to expect", {rule_.id, field.key}),
                         suggest(field.key, fields_));
    }
  }

  const Rule& rule_;
  std::vector<std::string> fields_;
  Reporter& reporter_;
};

}  // namespace

void check_examples(const RuleSet& rules, const std::vector<RuleTree>& trees, Reporter& reporter) {
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      ExampleCheck check(rule, reporter);
      const Node& tree = trees[static_cast<std::size_t>(rule.order)].node;
      for (const char* key : {"examples", "counterexamples"}) {
        for (const Node& example : tree.members(key)) check.run(example);
      }
      for (const Node& counterexample : tree.members("counterexamples")) check.check_text(counterexample);
    }
  }
}

}  // namespace boctach
