#include <algorithm>

#include "rules/keys.h"

namespace boctach {
namespace {

using Kind = ValueKind;

std::vector<KeySpec> identity_keys() {
  return {key("id", Kind::Name, "name of the rule, unique in its pack").required(),
          key("about", Kind::Text, "what it finds, for people"),
          key("status", Kind::Choice, "how far to trust it").one_of({"stable", "experimental", "deprecated"}),
          key("tags", Kind::Texts, "words to select rules by"),
          key("allow", Kind::Objects, "warnings that are not meant for this rule, each with the reason").of(ObjectKind::Allowance),
          key("enabled", Kind::Bool, "false: loaded and checked, not run"),
          key("extends", Kind::Name, "rule this one is a copy of: ID or PACK/ID; keys replace whole, `fields` by name")};
}

// Those `defaults` may set too.
std::vector<KeySpec> shared_keys() {
  return {key("label", Kind::Name, "kind of mention"),
          key("group", Kind::Name, "who competes with whom; default: the label"),
          key("emit", Kind::Bool, "false: for later stages only, not in the record"),
          key("priority", Kind::Int, "the higher wins").within(-100, 100),
          key("boundary", Kind::Choice, "where the mention must end at a word edge").one_of({"word", "left", "right", "none"}),
          key("begins", Kind::Choice, "word: the whole match begins at a word edge, so that no trigger is the end of a longer word")
              .one_of({"word", "anywhere"}),
          key("scope", Kind::Choice, "stretch of text the pattern runs on").one_of({"paragraph", "sentence", "line", "document", "title"}),
          key("sees", Kind::Texts, "labels of earlier stages folded to symbols, written {{@label}}"),
          key("key", Kind::Objects, "fields that make two mentions one item").of(ObjectKind::KeyPart).text_too(),
          key("join", Kind::Choice, "what a mention that agrees with several items joins; existing: the nearest, else it is no item")
              .one_of({"nearest-before", "unique", "never", "existing"}),
          key("prefer", Kind::Choice, "whose fields an item shows").one_of({"richest", "first", "longest"})};
}

KeySpec pattern_key() { return key("pattern", Kind::Pattern, "regular expression (RE2 with {{...}}); a list is joined").required(); }

std::vector<KeySpec> finding_keys() {
  return {
      key("span", Kind::Text, "GROUP or FROM..TO: which groups are the mention; default: the whole match"),
      key("context", Kind::Objects, "demands on the surroundings; all must hold").of(ObjectKind::Context),
      key("except", Kind::Objects, "reasons against; none may hold").of(ObjectKind::Context),
      key("fields", Kind::ObjectMap, "fields of the mention; a scalar stands for its type").of(ObjectKind::Field).text_too().null_too()};
}

std::vector<KeySpec> example_keys() {
  return {
      key("examples", Kind::Objects, "texts with the mentions in white square brackets; the rule must win them")
          .of(ObjectKind::Example)
          .required("E205"),
      key("counterexamples", Kind::Objects, "texts in which the rule must find nothing").of(ObjectKind::Counterexample).required("E206")};
}

void append(std::vector<KeySpec>& keys, const std::vector<KeySpec>& more) { keys.insert(keys.end(), more.begin(), more.end()); }

std::vector<KeySpec> without(std::vector<KeySpec> keys, const std::vector<std::string>& names) {
  keys.erase(std::remove_if(keys.begin(), keys.end(),
                            [&](const KeySpec& spec) { return std::find(names.begin(), names.end(), spec.name) != names.end(); }),
             keys.end());
  return keys;
}

ObjectSpec rule_object() {
  ObjectSpec result{ObjectKind::Rule, "a rule", "Finds mentions of one label.", identity_keys(), {}};
  append(result.keys, shared_keys());
  result.keys.push_back(key("stage", Kind::Name, "stage of the pack it runs in; default: the one named like its label"));
  result.keys.push_back(pattern_key());
  append(result.keys, finding_keys());
  append(result.keys, {key("each", Kind::Object, "one mention for every element of a group").of(ObjectKind::Each),
                       key("link", Kind::Object, "gives other mentions fields instead of finding one").of(ObjectKind::Link),
                       key("defines", Kind::Object, "an abbreviation the article defines").of(ObjectKind::Defines)});
  append(result.keys, example_keys());
  return result;
}

ObjectSpec veto_object() {
  ObjectSpec result{ObjectKind::Veto, "a veto", "Removes the candidates of its pack it overlaps.", identity_keys(), {}};
  append(result.keys, without(shared_keys(), {"label", "group", "emit", "priority", "key", "join", "prefer"}));
  result.keys.push_back(pattern_key());
  append(result.keys, without(finding_keys(), {"fields"}));
  append(result.keys, example_keys());
  return result;
}

ObjectSpec clean_object() {
  const std::vector<std::string> drops = {"drop-line", "drop-from", "drop-match", "drop-repeat"};
  ObjectSpec result{ObjectKind::Clean, "a cleaning rule", "Drops page chrome from the text.", without(identity_keys(), {"extends"}), drops};
  append(result.keys, {key("drop-line", Kind::Pattern, "drops every line the pattern matches wholly"),
                       key("drop-from", Kind::Pattern, "drops from a line the pattern matches wholly to the end"),
                       key("until", Kind::Pattern, "drop-from ends before the line where this is found").only_with("drop-from"),
                       key("drop-match", Kind::Pattern, "drops every match"),
                       key("drop-repeat", Kind::Pattern, "drops a line the pattern matches wholly that equals the one before"),
                       key("max_line", Kind::Int, "longest line it may stand in, in code points").within(0, 100000),
                       key("after", Kind::Number, "share of the article that must lie before it").within(0, 1)});
  append(result.keys, without(shared_keys(), {"label", "group", "emit", "key", "join", "prefer"}));
  append(result.keys, finding_keys());
  append(result.keys, example_keys());
  return result;
}

}  // namespace

std::vector<ObjectSpec> rule_objects() {
  return {{ObjectKind::Defaults, "'defaults'", "What the rules of a pack start with.", shared_keys(), {}},
          rule_object(),
          veto_object(),
          clean_object()};
}

}  // namespace boctach
