#include "rules/overlay.h"

#include <algorithm>
#include <utility>

#include "rules/key_check.h"
#include "rules/readers.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr int longest_chain = 32;

Node& member_of(Node& map, const Node& like, Node::Kind kind) {
  if (Node* present = find_member(map, like.key)) return *present;
  Node fresh;
  fresh.kind = kind;
  fresh.key = like.key;
  fresh.key_mark = like.key_mark;
  fresh.mark = like.mark;
  map.children.push_back(std::move(fresh));
  return map.children.back();
}

void replace_members(Node& root, const Node& overlay, const char* name) {
  const Node* changes = overlay.find(name);
  if (changes == nullptr || changes->children.empty()) return;
  Node& under = member_of(root, *changes, Node::Kind::Map);
  for (const Node& change : changes->children) member_of(under, change, change.kind) = change;
}

// They are moved out of the overlay.
void append_members(Node& root, Node& overlay, const char* name) {
  Node* more = find_member(overlay, name);
  if (more == nullptr || more->children.empty()) return;
  Node& under = member_of(root, *more, Node::Kind::Sequence);
  under.children.insert(under.children.end(), std::make_move_iterator(more->children.begin()),
                        std::make_move_iterator(more->children.end()));
}

std::string place(const Mark& mark) { return mark.file + ":" + std::to_string(mark.line); }

ObjectKind kind_in(const std::string& list) {
  if (list == "clean") return ObjectKind::Clean;
  return list == "vetoes" ? ObjectKind::Veto : ObjectKind::Rule;
}

// A rule of a pack as it is written, and the name of the list it stands in.
std::pair<Node*, std::string> find_rule(PackTree& pack, const std::string& id) {
  for (Node& list : pack.root.children) {
    if (list.key != "rules" && list.key != "vetoes" && list.key != "clean") continue;
    for (Node& rule : list.children) {
      if (rule.text("id") == id) return {&rule, list.key};
    }
  }
  return {nullptr, ""};
}

std::vector<std::string> rule_names(const PackTree& pack) {
  std::vector<std::string> names;
  for (const char* list : {"rules", "vetoes", "clean"}) {
    for (const Node& rule : pack.root.members(list)) names.push_back(rule.text("id"));
  }
  return names;
}

// What a rule starts with under a key: its own value, that of the rule it
// extends, or that of the defaults of its pack; null if there is none.
const Node* value_now(std::vector<PackTree>& packs, const PackTree& home, const Node& rule, const std::string& name) {
  const Node* at = &rule;
  const PackTree* pack = &home;
  for (int steps = 0; steps < longest_chain && at != nullptr; ++steps) {
    if (const Node* own = at->find(name)) return own;
    const std::string base = at->text("extends");
    if (base.empty()) break;
    const std::size_t slash = base.find('/');
    const std::string pack_name = slash == std::string::npos ? pack->name : base.substr(0, slash);
    const auto found = std::find_if(packs.begin(), packs.end(), [&](const PackTree& other) { return other.name == pack_name; });
    if (found == packs.end()) break;
    pack = &*found;
    at = find_rule(*found, slash == std::string::npos ? base : base.substr(slash + 1)).first;
  }
  const Node* defaults = home.root.find("defaults");
  return defaults == nullptr ? nullptr : defaults->find(name);
}

// A map agrees with one that says the same under its keys and maybe more.
bool agrees(const Node& was, const Node* now) {
  if (now == nullptr) return was.is_null();
  if (!was.is_map() || !now->is_map()) return json_of(was) == json_of(*now);
  return std::all_of(was.children.begin(), was.children.end(), [&](const Node& child) { return agrees(child, now->find(child.key)); });
}

std::string shown(const Node* node) { return node == nullptr ? "nothing" : json_of(*node); }

}  // namespace

void Overlays::lay(Node overlay) {
  const Node* named = overlay.find("overlay");
  if (named == nullptr || !named->is_scalar()) return;
  const auto pack = std::find_if(packs_.begin(), packs_.end(), [&](const PackTree& tree) { return tree.name == named->value; });
  if (pack == packs_.end()) {
    std::vector<std::string> names;
    for (const PackTree& tree : packs_) names.push_back(tree.name);
    reporter_.report("E318", named->mark, say("no pack '{0}' to change", {named->value}), suggest(named->value, names));
    return;
  }
  const Reporter::Allowance allowance(reporter_, allowed_codes(overlay));
  append_members(pack->root, overlay, "allow");
  replace_members(pack->root, overlay, "records");
  replace_members(pack->root, overlay, "define");
  change_lexicons(*pack, overlay);
  append_members(pack->root, overlay, "hides");
  for (const Node& change : overlay.members("patch")) patch(*pack, change);
  for (const char* list : {"rules", "vetoes", "clean"}) append_members(pack->root, overlay, list);
}

void Overlays::change_lexicons(PackTree& pack, const Node& overlay) {
  const Node* changes = overlay.find("lexicons");
  if (changes == nullptr) return;
  Node& lexicons = member_of(pack.root, *changes, Node::Kind::Map);
  for (const Node& change : changes->children) {
    const bool whole = change.find("file") != nullptr || change.find("entries") != nullptr;
    Node* present = find_member(lexicons, change.key);
    if (whole) {
      member_of(lexicons, change, change.kind) = change;
    } else if (present == nullptr) {
      std::vector<std::string> names;
      for (const Node& lexicon : lexicons.children) names.push_back(lexicon.key);
      reporter_.report("E318", change.key_mark, say("pack '{0}' has no lexicon '{1}' to change", {pack.name, change.key}),
                       suggest(change.key, names, "a new one has `file` or `entries`"));
    } else {
      for (const Node& member : change.children) {
        if (member.key == "add" || member.key == "remove") present->children.push_back(member);
      }
    }
  }
}

void Overlays::patch(PackTree& pack, const Node& change) {
  const Node* named = change.find("rule");
  if (named == nullptr || !named->is_scalar()) return;
  const std::string own_prefix = pack.name + "/";
  const std::string id = named->value.rfind(own_prefix, 0) == 0 ? named->value.substr(own_prefix.size()) : named->value;
  const auto [rule, list] = find_rule(pack, id);
  if (rule == nullptr) {
    reporter_.report("E318", named->mark, say("pack '{0}' has no rule '{1}' to change", {pack.name, id}), suggest(id, rule_names(pack)));
    return;
  }
  check_change(change, kind_in(list));
  check_base(pack, *rule, change);
  if (const Node* set = change.find("set"); set != nullptr && set->is_map()) {
    for (const Node& member : set->children) note_setting(own_prefix + id, member);
    lay_over(*rule, *set, Nulls::Keep);
  }
  for (const Node& more : change.members("append")) append(pack, *rule, more);
  for (const Node& less : change.members("remove")) remove(pack, *rule, less);
}

void Overlays::check_change(const Node& change, ObjectKind kind) {
  for (const char* part : {"was", "set", "append", "remove"}) {
    const Node* value = change.find(part);
    if (value == nullptr) continue;
    if (!value->is_map()) {
      reporter_.report("E202", value->mark, say("'{0}' must be a map of keys of the rule", {std::string(part)}));
      continue;
    }
    check_partial(*value, kind, reporter_);
  }
}

void Overlays::check_base(const PackTree& pack, const Node& rule, const Node& change) {
  const Node* set = change.find("set");
  for (const Node& was : change.members("was")) {
    const Node* now = value_now(packs_, pack, rule, was.key);
    if (agrees(was, now)) continue;
    const Node* wanted = set != nullptr ? set->find(was.key) : nullptr;
    reporter_.report(
        "W302", was.key_mark, say("'{0}' of rule '{1}' was {2} and is now {3}", {was.key, rule.text("id"), json_of(was), shown(now)}),
        (now != nullptr ? say("see {0}; ", {place(now->mark)}) : "") +
            (wanted != nullptr ? say("this overlay sets {0}; ", {json_of(*wanted)}) : "") + say("if that is still right, mend `was`"));
  }
}

void Overlays::note_setting(const std::string& rule, const Node& member) {
  if (member.key == "fields" && member.is_map()) {
    for (const Node& field : member.children) note_setting(rule + ".fields", field);
    return;
  }
  const Setting setting{json_of(member), member.key_mark};
  const auto [before, fresh] = settings_.emplace(rule + "." + member.key, setting);
  if (fresh) return;
  if (before->second.text != setting.text) {
    reporter_.report("W303", member.key_mark, say("'{0}' of rule '{1}' is set twice", {member.key, rule}),
                     say("{0} sets {1}; this one counts: {2}", {place(before->second.mark), before->second.text, setting.text}));
  }
  before->second = setting;
}

Node* Overlays::own_list(const PackTree& pack, Node& rule, const Node& named, bool make) {
  if (Node* own = find_member(rule, named.key)) return own->is_sequence() ? own : nullptr;
  const Node* start = value_now(packs_, pack, rule, named.key);
  // Examples are a rule's own; it starts with those of no other.
  const bool examples = named.key == "examples" || named.key == "counterexamples";
  if (start != nullptr && !examples) {
    rule.children.push_back(*start);
  } else if (make) {
    member_of(rule, named, Node::Kind::Sequence);
  } else {
    return nullptr;
  }
  return rule.children.back().is_sequence() ? &rule.children.back() : nullptr;
}

void Overlays::append(const PackTree& pack, Node& rule, const Node& list) {
  Node* own = own_list(pack, rule, list, true);
  if (own == nullptr) {
    reporter_.report("E318", list.key_mark, say("'{0}' of rule '{1}' is no list to append to", {list.key, rule.text("id")}), "use `set`");
    return;
  }
  if (list.is_scalar()) {
    Node element = list;
    element.key.clear();
    own->children.push_back(std::move(element));
  }
  own->children.insert(own->children.end(), list.children.begin(), list.children.end());
}

void Overlays::remove(const PackTree& pack, Node& rule, const Node& list) {
  Node* own = own_list(pack, rule, list, false);
  const std::vector<Node> one{list};
  for (const Node& element : list.is_scalar() ? one : list.children) {
    const std::string text = json_of(element);
    const auto same = [&](const Node& child) { return json_of(child) == text; };
    const auto gone = own == nullptr ? 0 : std::count_if(own->children.begin(), own->children.end(), same);
    if (gone == 0) {
      reporter_.report("W304", element.mark, say("'{0}' of rule '{1}' has no such element to remove", {list.key, rule.text("id")}),
                       "the base may have dropped it: then take this line away");
      continue;
    }
    own->children.erase(std::remove_if(own->children.begin(), own->children.end(), same), own->children.end());
  }
}

}  // namespace boctach
