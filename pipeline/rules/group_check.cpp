#include <algorithm>
#include <map>
#include <set>

#include "rules/checks.h"
#include "rules/pattern_text.h"
#include "text/messages.h"

namespace boctach {
namespace {

// Parts a composed date takes from groups called like them, for either end.
const std::set<std::string>& date_parts() {
  static const std::set<std::string> parts = [] {
    std::set<std::string> result;
    for (const char* part : {"day", "month", "year", "hour", "minute", "second", "quarter", "half", "decade", "century", "months",
                             "part_of_day", "weekday", "offset", "unit", "position", "modifier", "calendar", "kind"}) {
      result.insert(part);
      result.insert(std::string(part) + "_end");
    }
    return result;
  }();
  return parts;
}

// The groups of one rule, who uses them, and what is used without being there.
class GroupCheck {
 public:
  GroupCheck(const RuleSet& rules, const Pack& pack, const RuleTree& tree, PatternExpander& expander, Reporter& reporter)
      : rules_(rules), pack_(pack), tree_(tree), expander_(expander), reporter_(reporter) {}

  void run(const Rule& rule) {
    gather(rule.pattern);
    if (rule.each) gather(rule.each->pattern);
    if (rule.defines && rule.defines->words_before) groups_.emplace(rule.defines->long_group, &rule.pattern);
    use_relations(rule);
    use_fields(rule);
    for (const Hide& hide : pack_.hides) used_.insert(hide.in);
    for (const auto& [name, pattern] : groups_) {
      if (used_.count(name) > 0) continue;
      reporter_.report("E409", mark_of(rules_, *pattern, "(?P<" + name + ">"),
                       say("group '{0}' of rule '{1}' is no field", {name, rule.id}),
                       "add it to `fields`, or write (?:...) if nothing needs it");
    }
  }

 private:
  void gather(const Pattern& pattern) {
    std::map<std::string, int> seen;
    for (const std::string& name : group_names(expander_.expand(pack_, pattern.value))) {
      groups_.emplace(name, &pattern);
      if (seen[name]++ == 0) continue;
      reporter_.report("E407", mark_of(rules_, pattern, "(?P<" + name + ">", seen[name] - 1),
                       say("a second group '{0}' in one pattern", {name}),
                       "RE2 would keep only one: give them names of their own, and list them in `from`");
    }
  }

  void want(const std::string& group, const Mark& mark) {
    if (group.empty()) return;
    used_.insert(group);
    if (groups_.count(group) > 0) return;
    std::vector<std::string> names;
    for (const auto& [name, pattern] : groups_) names.push_back(name);
    reporter_.report("E315", mark, say("the pattern has no group '{0}'", {group}), suggest(group, names));
  }

  void use_relations(const Rule& rule) {
    want(rule.span_from, mark_under(tree_, {"span"}));
    want(rule.span_to, mark_under(tree_, {"span"}));
    for (const auto* list : {&rule.context, &rule.except}) {
      for (const ContextRule& context : *list) want(context.field, context.mark);
    }
    if (rule.link) {
      want(rule.link->to, mark_under(tree_, {"link", "to"}));
      for (const auto& [field, group] : rule.link->set) want(group.substr(0, group.find('.')), mark_under(tree_, {"link", "set", field}));
      for (const auto& [field, group] : rule.link->add) want(group.substr(0, group.find('.')), mark_under(tree_, {"link", "add", field}));
    }
    if (rule.each) {
      want(rule.each->group, mark_under(tree_, {"each", "group"}));
      used_.insert(rule.each->share.begin(), rule.each->share.end());
    }
    if (rule.defines) {
      want(rule.defines->short_group, mark_under(tree_, {"defines", "short"}));
      want(rule.defines->long_group, mark_under(tree_, {"defines", "long"}));
    }
  }

  void use_fields(const Rule& rule) {
    for (const FieldRule& field : rule.fields) {
      used_.insert(field.name);
      for (const std::string& group : field.from) want(group, mark_under(tree_, {"fields", field.name, "from", group}));
      if (field.compose != Compose::None) use_parts(rule, field);
      const bool fed = !field.from.empty() || field.constant || field.compose != Compose::None || groups_.count(field.name) > 0;
      if (fed) continue;
      std::vector<std::string> names;
      for (const auto& [name, pattern] : groups_) names.push_back(name);
      reporter_.report("E410", field.mark, say("field '{0}' of rule '{1}' has no group", {field.name, rule.id}),
                       suggest(field.name, names, say("name a group (?P<{0}>...), or give `from`, `const` or `compose`", {field.name})));
    }
  }

  void use_parts(const Rule& rule, const FieldRule& field) {
    used_.insert(date_parts().begin(), date_parts().end());
    for (const auto& [part, group] : field.parts) {
      const Mark mark = mark_under(tree_, {"fields", field.name, "parts", part});
      if (date_parts().count(part) == 0) {
        reporter_.report("E204", mark, say("'{0}' is no part of a date", {part}),
                         suggest(part, std::vector<std::string>(date_parts().begin(), date_parts().end())));
      }
      // A part may also be a field of the rule.
      const bool is_field =
          std::any_of(rule.fields.begin(), rule.fields.end(), [&, wanted = group](const FieldRule& other) { return other.name == wanted; });
      if (!is_field) want(group, mark);
    }
  }

  const RuleSet& rules_;
  const Pack& pack_;
  const RuleTree& tree_;
  PatternExpander& expander_;
  Reporter& reporter_;
  std::map<std::string, const Pattern*> groups_;
  std::set<std::string> used_;
};

}  // namespace

void check_groups(const RuleSet& rules, const std::vector<RuleTree>& trees, Reporter& reporter) {
  PatternExpander expander(rules, PatternExpander::Lexicons::Left);
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) GroupCheck(rules, pack, trees[static_cast<std::size_t>(rule.order)], expander, reporter).run(rule);
  }
}

}  // namespace boctach
