#include "rules/key_check.h"

#include <cstdlib>

#include "rules/quoting.h"
#include "rules/value_check.h"
#include "text/messages.h"

namespace boctach {
namespace {

using Kind = ValueKind;

// Of objects, and of values that hold others.
class Check : private ValueCheck {
 public:
  using ValueCheck::ValueCheck;

  void object(const Node& node, const ObjectSpec& spec, bool partial = false);
  void required(const Node& node, const ObjectSpec& spec);

 private:
  void value(const Node& node, const KeySpec& spec);
  void composite(const Node& node, const KeySpec& spec);
  void member(const Node& node, const KeySpec& spec);
  void check_order(const Node& pair, const KeySpec& spec);
  void expectations(const Node& node, const KeySpec& spec);
  void exactly_one(const Node& node, const ObjectSpec& spec);
  void partners(const Node& node, const ObjectSpec& spec);
};

void Check::object(const Node& node, const ObjectSpec& spec, bool partial) {
  if (!node.is_map()) {
    reporter_.report("E202", node.mark, say("{0} must be a map of keys", {say(spec.name)}));
    return;
  }
  const Reporter::Allowance allowance(reporter_, allowed_codes(node));
  const bool inherits = partial || node.find("extends") != nullptr;
  for (const Node& child : node.children) {
    const KeySpec* key_of_child = spec.find(child.key);
    if (key_of_child == nullptr) {
      reporter_.report("E201", child.key_mark, say("unknown key '{0}' in {1}", {child.key, say(spec.name)}),
                       suggest(child.key, spec.key_names(), say("keys of {0}: {1}", {say(spec.name), either_of(spec.key_names())})));
    } else if (!(inherits && child.is_null())) {
      value(child, *key_of_child);
    }
  }
  if (!partial) {
    exactly_one(node, spec);
    partners(node, spec);
  }
  if (!inherits) required(node, spec);
}

void Check::required(const Node& node, const ObjectSpec& spec) {
  for (const KeySpec& wanted : spec.keys) {
    if (wanted.missing_code.empty()) continue;
    const Node* child = node.find(wanted.name);
    const bool blank = child != nullptr && (child->is_sequence() || child->is_map()) && child->children.empty();
    if (child != nullptr && !blank) continue;
    std::string help = wanted.about;
    if (wanted.missing_code == "E205") help = say("every rule shows a text it finds: examples: [{text: '...'}]");
    if (wanted.missing_code == "E206") help = say("every rule shows a text it must leave alone: counterexamples: [{text: '...'}]");
    const Node* id = node.find("id");
    const std::string whose = id != nullptr && id->is_scalar() ? say("rule '{0}'", {id->value}) : say(spec.name);
    reporter_.report(wanted.missing_code, node.mark, say("{0} has no '{1}'", {whose, wanted.name}), help);
  }
}

void Check::exactly_one(const Node& node, const ObjectSpec& spec) {
  if (spec.exactly_one.empty()) return;
  int count = 0;
  for (const std::string& name_of_key : spec.exactly_one) count += node.find(name_of_key) != nullptr ? 1 : 0;
  if (count == 1) return;
  reporter_.report("E207", node.mark, say("{0} must have exactly one of {1}", {say(spec.name), either_of(spec.exactly_one)}),
                   count == 0 ? say("it has none") : say("it has {0}", {std::to_string(count)}));
}

void Check::partners(const Node& node, const ObjectSpec& spec) {
  for (const Node& child : node.children) {
    const KeySpec* found = spec.find(child.key);
    if (found == nullptr || found->partner.empty() || node.find(found->partner) != nullptr) continue;
    reporter_.report("E208", child.key_mark, say("'{0}' means something only beside '{1}'", {child.key, found->partner}), found->about);
  }
}

void Check::value(const Node& node, const KeySpec& spec) {
  switch (spec.kind) {
    case Kind::Name:
      return name(node, spec);
    case Kind::Text:
      return text(node, spec);
    case Kind::Choice:
      return choice(node, spec);
    case Kind::Texts:
    case Kind::Choices:
      return texts(node, spec);
    case Kind::Pattern:
      return pattern(node, spec);
    case Kind::PatternOrLexicon:
      if (!node.is_map()) return pattern(node, spec);
      if (node.children.size() != 1 || node.children[0].key != "lexicon") return wrong_kind(node, spec, "a pattern or {lexicon: name}");
      return text(node.children[0], spec);
    case Kind::Int:
      return integer(node, spec);
    case Kind::Number:
      return number(node, spec);
    case Kind::Bool:
      return boolean(node, spec);
    case Kind::Expectations:
      return expectations(node, spec);
    case Kind::Any:
      return;
    default:
      return composite(node, spec);
  }
}

void Check::composite(const Node& node, const KeySpec& spec) {
  const bool wants_map = spec.kind == Kind::ObjectMap || spec.kind == Kind::TextMap || spec.kind == Kind::PatternMap;
  if (spec.kind == Kind::Object) {
    object(node, object_spec(spec.object));
  } else if (wants_map && !node.is_map()) {
    wrong_kind(node, spec, "a map of names");
  } else if (!wants_map && !node.is_sequence()) {
    wrong_kind(node, spec, "a list");
  } else if (spec.kind == Kind::IntPair && node.children.size() != 2) {
    wrong_kind(node, spec, "a list of two integers");
  } else {
    for (const Node& child : node.children) member(child, spec);
    if (spec.kind == Kind::IntPair) check_order(node, spec);
    if (spec.kind == Kind::Rows) check_quoting_of_phrases(node, spec.name, reporter_);
  }
}

void Check::check_order(const Node& pair, const KeySpec& spec) {
  const std::string& from = pair.children.front().value;
  const std::string& to = pair.children.back().value;
  if (std::atoi(from.c_str()) > std::atoi(to.c_str()))
    reporter_.report("E204", pair.mark, say("'{0}' goes from {1} down to {2}", {spec.name, from, to}), "the smaller number comes first");
}

void Check::member(const Node& node, const KeySpec& spec) {
  switch (spec.kind) {
    case Kind::Objects:
    case Kind::ObjectMap: {
      if (spec.or_null && node.is_null()) return;
      if (!spec.or_text || !node.is_scalar()) return object(node, object_spec(spec.object));
      // The scalar stands for the first key of the object.
      KeySpec first = object_spec(spec.object).keys.front();
      return value(node, first);
    }
    case Kind::TextMap:
      return spec.choices.empty() ? text(node, spec) : choice(node, spec);
    case Kind::PatternMap:
      return pattern(node, spec);
    case Kind::IntPair:
      return integer(node, spec);
    default:
      break;
  }
  // A row of a lexicon.
  if (!node.is_map()) return text(node, spec);
  for (const Node& column : node.children) text(column, spec);
  if (node.find("value") == nullptr) reporter_.report("E203", node.mark, "a lexicon entry has no 'value'");
}

void Check::expectations(const Node& node, const KeySpec& spec) {
  if (node.is_sequence()) {
    for (const Node& child : node.children) child.is_map() ? expectations(child, spec) : wrong_kind(child, spec, "a map field -> value");
    return;
  }
  if (!node.is_map()) return wrong_kind(node, spec, "a map field -> value, or a list of them");
  for (const Node& child : node.children) {
    if (!child.is_null()) texts(child, spec);
  }
}

}  // namespace

void check_object(const Node& node, ObjectKind object, Reporter& reporter) { Check(reporter).object(node, object_spec(object)); }

void check_partial(const Node& node, ObjectKind object, Reporter& reporter) { Check(reporter).object(node, object_spec(object), true); }

void check_required(const Node& node, ObjectKind object, Reporter& reporter) { Check(reporter).required(node, object_spec(object)); }

}  // namespace boctach
