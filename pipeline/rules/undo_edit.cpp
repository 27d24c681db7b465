#include "rules/undo_edit.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "rules/checks.h"
#include "rules/pattern_text.h"

namespace boctach {
namespace {

Pack* pack_named(RuleSet& rules, const std::string& name) {
  const auto pack = std::find_if(rules.packs.begin(), rules.packs.end(), [&](const Pack& other) { return other.name == name; });
  return pack == rules.packs.end() ? nullptr : &*pack;
}

std::vector<Rule>::const_iterator find_rule(const Pack& pack, const std::string& id) {
  return std::find_if(pack.rules.begin(), pack.rules.end(), [&](const Rule& rule) { return rule.id == id; });
}

// The members of `map` called `name` become what they are in `other`.
template <typename Map>
void take_back(Map& map, const Map& other, const std::string& name) {
  const auto old = other.find(name);
  if (old == other.end()) {
    map.erase(name);
  } else {
    map[name] = old->second;
  }
}

// A rule that was changed stays where it stands; one that was there before comes to the end.
void take_back_rule(Pack& pack, const Pack& before, const std::string& id) {
  const auto old = find_rule(before, id);
  const auto now = pack.rules.begin() + (find_rule(pack, id) - pack.rules.cbegin());
  if (old == before.rules.end()) {
    if (now != pack.rules.end()) pack.rules.erase(now);
  } else if (now == pack.rules.end()) {
    pack.rules.push_back(*old);
  } else {
    const int order = now->order;
    *now = *old;
    now->order = order;
  }
}

void take_back_order(RuleSet& rules, const RuleSet& before) {
  std::vector<std::size_t> places;
  std::vector<Pack> common;
  for (std::size_t i = 0; i < rules.packs.size(); ++i) {
    if (find_pack(before, rules.packs[i].name) != nullptr) places.push_back(i);
  }
  for (const Pack& pack : before.packs) {
    if (Pack* now = pack_named(rules, pack.name)) common.push_back(std::move(*now));
  }
  for (std::size_t i = 0; i < places.size(); ++i) rules.packs[places[i]] = std::move(common[i]);
}

bool is_there(const RuleSet& rules, const Pack& pack, const std::string& name) {
  if (name[0] == '@') return label_index(rules, name.substr(1)).has_value();
  if (name.rfind("lex:", 0) == 0) return find_lexicon(rules, pack, name.substr(4)) != nullptr;
  return find_fragment(rules, pack, name) != nullptr || built_in_fragment(name).has_value();
}

// Whether everything that is named is there; loading would say so, but this set is loaded from nowhere.
bool is_whole(const RuleSet& rules) {
  bool whole = true;
  for (const Pack& pack : rules.packs) {
    const auto want = [&](const Pattern& pattern) {
      for (const Insertion& insertion : insertions(pattern.value)) whole = whole && is_there(rules, pack, insertion.name);
    };
    const auto want_lexicon = [&](const std::string& name) {
      whole = whole && (name.empty() || find_lexicon(rules, pack, name) != nullptr);
    };
    for (const auto& [name, fragment] : pack.define) want(fragment);
    for (const Rule& rule : pack.rules) {
      for_each_pattern(rule, want);
      for (const std::string& label : rule.sees) whole = whole && label_index(rules, label).has_value();
      for (const auto* list : {&rule.context, &rule.except}) {
        for (const ContextRule& context : *list) want_lexicon(context.lexicon);
      }
      for (const FieldRule& field : rule.fields) std::for_each(field.lexicon.begin(), field.lexicon.end(), want_lexicon);
    }
  }
  return whole;
}

// "rule vn.dates/day" of a pack, and what is said of a whole pack.
void take_back_part(Pack& pack, const Pack& before, const std::string& kind, const std::string& name) {
  if (kind == "rule") take_back_rule(pack, before, name);
  if (kind == "lexicon") take_back(pack.lexicons, before.lexicons, name);
  if (kind == "fragment") take_back(pack.define, before.define, name);
  if (kind == "records of") pack.records = before.records;
  if (kind == "hides of") pack.hides = before.hides;
  if (kind == "stages of") pack.stages = before.stages;
}

}  // namespace

std::optional<RuleSet> without_edit(const RuleSet& before, const RuleSet& after, const RuleEdit& edit) {
  RuleSet rules = after;
  if (edit.what == "order of packs") {
    take_back_order(rules, before);
  } else if (edit.what == "filters") {
    rules.filters = before.filters;
  } else {
    const std::size_t space = edit.what.rfind(' ');
    const std::string name = edit.what.substr(space + 1);
    const std::size_t slash = name.find('/');
    const std::string in = name.substr(0, slash);
    Pack* pack = pack_named(rules, in);
    const Pack* old = find_pack(before, in);
    const Pack nothing;
    if (pack == nullptr) return std::nullopt;
    take_back_part(*pack, old == nullptr ? nothing : *old, edit.what.substr(0, space),
                   slash == std::string::npos ? "" : name.substr(slash + 1));
  }
  if (!is_whole(rules)) return std::nullopt;
  return rules;
}

}  // namespace boctach
