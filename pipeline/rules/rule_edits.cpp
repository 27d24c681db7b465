#include "rules/rule_edits.h"

#include <algorithm>
#include <map>
#include <utility>

#include "rules/checks.h"
#include "rules/pattern_text.h"
#include "rules/readers.h"

namespace boctach {
namespace {

// Name -> what it says: of a rule by key, of anything else whole.
using Said = std::map<std::string, std::string>;

bool is_for_people(const std::string& key) {
  return key == "examples" || key == "counterexamples" || key == "about" || key == "tags" || key == "extends";
}

Said keys_of(const Node& rule) {
  Said keys;
  for (const Node& child : rule.children) {
    if (!is_for_people(child.key)) keys[child.key] = json_of(child);
  }
  return keys;
}

std::string said_by(const Lexicon& lexicon) {
  std::string all = lexicon.fold_case ? "fold_case\n" : "exact\n";
  const auto add_row = [&](const std::vector<std::string>& row) {
    for (const std::string& cell : row) all.append(cell).append("\t");
    all += "\n";
  };
  add_row(lexicon.columns);
  // The order of rows means nothing.
  std::set<std::vector<std::string>> rows;
  for (const LexiconEntry& entry : lexicon.entries) rows.insert(entry.columns);
  for (const auto& row : rows) add_row(row);
  return all;
}

std::string said_by(const std::vector<RecordLabel>& records) {
  std::string all;
  for (const RecordLabel& record : records) {
    all += record.label + " " + record.array + " " + std::to_string(static_cast<int>(record.items)) + " " + std::to_string(record.order);
    for (const auto& [field, type] : record.fields) all.append(" ").append(field).append(":").append(type);
    all += "\n";
  }
  return all;
}

// Everything of a rule set that is no rule. The order is that of the packs both have.
Said parts_of(const RuleSet& rules, const RuleSet& other) {
  Said parts;
  std::string& order = parts["order of packs"];
  std::string& filters = parts["filters"];
  for (const std::string& filter : rules.filters) filters += filter + " ";
  for (const Pack& pack : rules.packs) {
    if (find_pack(other, pack.name) != nullptr) order.append(pack.name).append(" ");
    std::string& stages = parts["stages of " + pack.name];
    for (const std::string& stage : pack.stages) stages.append(stage).append(" ");
    for (const auto& [name, fragment] : pack.define) parts["fragment " + pack.name + "/" + name] = fragment.value;
    for (const auto& [name, lexicon] : pack.lexicons) parts["lexicon " + pack.name + "/" + name] = said_by(lexicon);
    parts["records of " + pack.name] = said_by(pack.records);
    std::string& hides = parts["hides of " + pack.name];
    for (const Hide& hide : pack.hides) hides.append(hide.label).append(" ").append(hide.in).append(" ");
  }
  return parts;
}

// The fragments and lexicons a rule is made of, called as in parts_of().
class Ingredients {
 public:
  Ingredients(const RuleSet& rules, const Pack& pack) : rules_(rules), pack_(pack) {}

  void add_pattern(const std::string& pattern) {
    for (const Insertion& insertion : insertions(pattern)) {
      const bool lexicon = insertion.name.rfind("lex:", 0) == 0;
      if (lexicon) {
        add_lexicon(insertion.name.substr(4));
      } else if (const Pattern* fragment = find_fragment(rules_, pack_, insertion.name)) {
        if (found.insert("fragment " + full(insertion.name)).second) add_pattern(fragment->value);
      }
    }
  }

  void add_lexicon(const std::string& name) {
    if (!name.empty()) found.insert("lexicon " + full(name));
  }

  std::set<std::string> found;

 private:
  [[nodiscard]] std::string full(const std::string& name) const {
    return name.find('/') == std::string::npos ? pack_.name + "/" + name : name;
  }

  const RuleSet& rules_;
  const Pack& pack_;
};

std::set<std::string> ingredients_of(const RuleSet& rules, const Pack& pack, const Rule& rule) {
  Ingredients ingredients(rules, pack);
  for_each_pattern(rule, [&](const Pattern& pattern) { ingredients.add_pattern(pattern.value); });
  for (const auto* list : {&rule.context, &rule.except}) {
    for (const ContextRule& context : *list) ingredients.add_lexicon(context.lexicon);
  }
  for (const FieldRule& field : rule.fields) {
    for (const std::string& lexicon : field.lexicon) ingredients.add_lexicon(lexicon);
  }
  return ingredients.found;
}

// Ingredient -> rules.
std::map<std::string, std::set<std::string>> users_of(const RuleSet& rules) {
  std::map<std::string, std::set<std::string>> users;
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      for (const std::string& name : ingredients_of(rules, pack, rule)) users[name].insert(rule.full_name());
    }
  }
  return users;
}

std::map<std::string, Said> rules_of(const LoadedRules& loaded) {
  std::map<std::string, Said> all;
  for (const Pack& pack : loaded.rules.packs) {
    for (const Rule& rule : pack.rules) all[rule.full_name()] = keys_of(loaded.trees[static_cast<std::size_t>(rule.order)].node);
  }
  return all;
}

std::string changed_keys(const Said& before, const Said& after) {
  std::set<std::string> names;
  for (const auto& [name, text] : before) {
    const auto other = after.find(name);
    if (other == after.end() || other->second != text) names.insert(name);
  }
  for (const auto& [name, text] : after) {
    if (before.count(name) == 0) names.insert(name);
  }
  std::string listed;
  for (const std::string& name : names) listed += (listed.empty() ? "" : ", ") + name;
  return listed;
}

}  // namespace

std::vector<RuleEdit> compare_rules(const LoadedRules& before, const LoadedRules& after) {
  std::vector<RuleEdit> edits;
  const auto old_rules = rules_of(before);
  const auto new_rules = rules_of(after);
  for (const auto& [name, keys] : new_rules) {
    const auto old = old_rules.find(name);
    const std::string changed = old == old_rules.end() ? "" : changed_keys(old->second, keys);
    if (old == old_rules.end()) {
      edits.push_back({"rule " + name, "new", {name}});
    } else if (!changed.empty()) {
      edits.push_back({"rule " + name, "changed: " + changed, {name}});
    }
  }
  for (const auto& [name, keys] : old_rules) {
    if (new_rules.count(name) == 0) edits.push_back({"rule " + name, "gone", {name}});
  }
  auto users = users_of(after.rules);
  for (auto& [name, rules] : users_of(before.rules)) users[name].merge(rules);
  const Said old_parts = parts_of(before.rules, after.rules);
  const Said new_parts = parts_of(after.rules, before.rules);
  Said parts = new_parts;
  parts.insert(old_parts.begin(), old_parts.end());
  for (const auto& [name, text] : parts) {
    const auto old = old_parts.find(name);
    const auto now = new_parts.find(name);
    const std::string was = old == old_parts.end() ? "" : old->second;
    const std::string is = now == new_parts.end() ? "" : now->second;
    if (was != is) edits.push_back({name, was.empty() ? "new" : is.empty() ? "gone" : "changed", users[name]});
  }
  return edits;
}

}  // namespace boctach
