#include "rules/choices.h"
#include "rules/readers.h"

namespace boctach {
namespace {

void read_identity(const Node& node, Rule& rule) {
  rule.id = node.text("id");
  rule.about = node.text("about");
  rule.status =
      pick<Status>({{"experimental", Status::Experimental}, {"deprecated", Status::Deprecated}}, node.text("status"), Status::Stable);
  rule.tags = node.texts("tags");
  rule.allow = allowed_codes(node);
  rule.enabled = node.boolean("enabled", true);
  if (!rule.enabled) rule.switched_off = node.find("enabled")->mark;
  rule.stage = node.text("stage");
  rule.mark = node.mark;
}

void read_place(const Node& node, Rule& rule) {
  const bool clean = rule.clean.drop != Drop::None;
  rule.label = clean ? "clean" : rule.veto ? "" : node.text("label");
  rule.group = node.text("group", rule.label);
  rule.emit = node.boolean("emit", !clean && !rule.veto);
  rule.priority = node.integer("priority");
  rule.boundary = pick<Boundary>({{"word", Boundary::Word}, {"left", Boundary::Left}, {"right", Boundary::Right}, {"none", Boundary::None}},
                                 node.text("boundary"), clean ? Boundary::None : Boundary::Word);
  rule.begins_at_word = node.text("begins") == "word";
  const Scope usual = !clean ? Scope::Paragraph : Scope::Line;
  rule.scope = pick<Scope>({{"paragraph", Scope::Paragraph},
                            {"sentence", Scope::Sentence},
                            {"line", Scope::Line},
                            {"document", Scope::Document},
                            {"title", Scope::Title}},
                           node.text("scope"), usual);
  rule.sees = node.texts("sees");
  const std::string span = node.text("span");
  const std::size_t dots = span.find("..");
  rule.span_from = span.substr(0, dots);
  if (dots != std::string::npos) rule.span_to = span.substr(dots + 2);
}

void read_key(const Node& node, Rule& rule) {
  for (const Node& part : node.members("key")) {
    const std::string condition = part.text("if");
    rule.key.push_back({part.is_scalar() ? part.value : part.text("field"), !condition.empty(), part.mark, condition == "begins"});
  }
  rule.join = node.text("join");
  rule.prefer = node.text("prefer");
}

void read_relations(const Node& node, Rule& rule) {
  if (const Node* link = node.find("link"); link != nullptr && link->is_map()) {
    LinkRule result;
    result.to = link->text("to");
    for (const Node& field : link->members("set")) result.set.emplace_back(field.key, field.value);
    for (const Node& field : link->members("add")) result.add.emplace_back(field.key, field.value);
    result.when_empty = link->text("when") == "empty";
    result.mark = link->mark;
    rule.link = result;
  }
  if (const Node* each = node.find("each"); each != nullptr && each->is_map()) {
    EachRule result;
    result.group = each->text("group");
    if (const Node* pattern = each->find("pattern")) result.pattern = read_pattern(*pattern);
    result.share = each->texts("share");
    result.max = each->integer("max", result.max);
    result.mark = each->mark;
    rule.each = result;
  }
  if (const Node* defines = node.find("defines"); defines != nullptr && defines->is_map()) {
    rule.defines = DefinesRule{defines->text("short"), defines->text("long"), false, defines->text("check") == "initials", defines->mark};
    if (defines->find("long") == nullptr) {
      rule.defines->long_group = "long";
      rule.defines->words_before = true;
      rule.defines->check_initials = true;
    }
  }
}

// The drop-... key of a cleaning rule holds its pattern.
void read_drop(const Node& node, Rule& rule) {
  static const Choices<Drop> drops = {
      {"drop-line", Drop::Line}, {"drop-from", Drop::From}, {"drop-match", Drop::Match}, {"drop-repeat", Drop::Repeat}};
  rule.clean.drop = Drop::Line;
  for (const auto& [name, drop] : drops) {
    const Node* pattern = node.find(name);
    if (pattern == nullptr) continue;
    rule.clean.drop = drop;
    rule.pattern = read_pattern(*pattern);
  }
  rule.clean.max_line = node.integer("max_line");
  rule.clean.after = node.number("after");
  if (const Node* until = node.find("until")) rule.clean.until = read_pattern(*until);
}

ContextRule read_context(const Node& node) {
  static const Choices<ContextPlace> places = {{"before", ContextPlace::Before},
                                               {"after", ContextPlace::After},
                                               {"not_before", ContextPlace::NotBefore},
                                               {"not_after", ContextPlace::NotAfter},
                                               {"match", ContextPlace::Match}};
  ContextRule result;
  result.mark = node.mark;
  result.within = node.integer("within", result.within);
  result.lexicon = node.text("lexicon");
  if (const Node* pattern = node.find("pattern")) result.pattern = read_pattern(*pattern);
  for (const auto& [name, place] : places) {
    const Node* value = node.find(name);
    if (value == nullptr) continue;
    result.place = place;
    if (value->is_map()) {
      result.lexicon = value->text("lexicon");
    } else {
      result.pattern = read_pattern(*value);
    }
  }
  if (node.find("field") != nullptr) {
    result.place = ContextPlace::Field;
    result.field = node.text("field");
  }
  if (node.find("document_has") != nullptr) {
    result.place = ContextPlace::DocumentHas;
    result.label = node.text("document_has");
  }
  return result;
}

}  // namespace

std::vector<ContextRule> read_contexts(const std::vector<Node>& nodes) {
  std::vector<ContextRule> result;
  for (const Node& node : nodes) result.push_back(read_context(node));
  return result;
}

Rule read_rule(const Node& node, ObjectKind kind, const std::string& pack) {
  Rule rule;
  rule.pack = pack;
  rule.veto = kind == ObjectKind::Veto;
  if (kind == ObjectKind::Clean) read_drop(node, rule);
  read_identity(node, rule);
  read_place(node, rule);
  if (const Node* pattern = node.find("pattern")) rule.pattern = read_pattern(*pattern);
  rule.fields = read_fields(node);
  rule.context = read_contexts(node.members("context"));
  rule.except = read_contexts(node.members("except"));
  read_key(node, rule);
  read_relations(node, rule);
  for (const Node& example : node.members("examples")) rule.examples.push_back(read_example(example, false));
  for (const Node& example : node.members("counterexamples")) rule.examples.push_back(read_example(example, true));
  return rule;
}

RecordLabel read_record_label(const Node& node) {
  RecordLabel result;
  result.label = node.key;
  result.array = node.text("array", node.key);
  result.items = node.text("as") == "items";
  result.order = node.integer("order");
  for (const Node& field : node.members("fields")) result.fields.emplace_back(field.key, field.value);
  result.mark = node.key_mark;
  return result;
}

std::vector<Hide> read_hides(const std::vector<Node>& nodes) {
  std::vector<Hide> result;
  for (const Node& node : nodes) result.push_back({node.text("label"), node.text("in"), node.mark});
  return result;
}

}  // namespace boctach
