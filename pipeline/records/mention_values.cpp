#include "records/mention_values.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "matching/link_order.h"
#include "text/fold.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// White space as one space: an element of a list may run over a line break.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (!is_space(c.code_point)) {
      out += text.substr(at, c.size);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    at += c.size;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_list(const Rule& rule, std::string_view field) {
  const auto means = [field](const FieldRule& f) { return f.name == field && f.type == FieldType::List; };
  return std::any_of(rule.fields.begin(), rule.fields.end(), means);
}

void set_if_said(std::string_view name, const std::string& text, FieldMap& fields) {
  if (!text.empty()) fields[name].texts = {text};
}

}  // namespace

MentionValues::MentionValues(const Document& document, const Findings& findings, const DateResolver& resolver, const PlaceIndex& places)
    : document_(document), findings_(findings), resolver_(resolver), places_(places) {
  for (const Link& link : findings.links) links_[link.to].push_back(&link);
}

FieldMap MentionValues::fields_of(std::size_t mention) const {
  FieldMap fields;
  add_own(findings_.mentions[mention], fields);
  add_links(mention, fields);
  return fields;
}

void MentionValues::add_own(const Mention& mention, FieldMap& fields) const {
  for (const FieldValue& field : mention.fields) {
    if (field.date) {
      add_date(mention, field, fields);
    } else if (!field.values.empty()) {
      fields[field.name] = {is_list(*mention.rule, field.name), field.values, {}};
    }
    const bool elsewhere = !field.span.empty() && !mention.span.contains(field.span);
    if (elsewhere && fields.find(field.name) != nullptr) {
      fields[field.name].evidence = {{mention.rule->full_name(), places_.of_text(field.span)}};
    }
  }
}

void MentionValues::add_date(const Mention& mention, const FieldValue& field, FieldMap& fields) const {
  const DateExpression& date = *field.date;
  const ResolvedDate resolved = resolver_.resolve(date, mention.early ? std::nullopt : std::optional(mention.span));
  set_if_said(field.name, resolved.value, fields);
  if (field.name != "value") return;
  set_if_said("kind", date.kind, fields);
  set_if_said("precision", resolved.precision, fields);
  set_if_said("anchor", resolved.anchor, fields);
  set_if_said("modifier", date.modifier, fields);
  set_if_said("calendar", date.calendar, fields);
  if (!resolved.flags.empty()) fields["flags"].texts = resolved.flags;
}

void MentionValues::add_links(std::size_t mention, FieldMap& fields) const {
  const auto given = links_.find(mention);
  if (given == links_.end()) return;
  const Span to = findings_.mentions[mention].span;
  std::map<std::string_view, const Link*> chosen;
  std::vector<const Link*> added;
  for (const Link* link : given->second) {
    if (link->add) {
      added.push_back(link);
      continue;
    }
    if (!link->beaten_by) chosen[link->field] = link;
  }
  for (const auto& [field, link] : chosen) {
    FieldTexts& texts = fields[field];
    if (link->when_empty && !texts.texts.empty()) continue;
    if (const std::string value = value_of(*link); !value.empty())
      texts = {false, {value}, {{link->rule->full_name(), places_.of_text(link->span)}}};
  }
  std::sort(added.begin(), added.end(), [&](const Link* a, const Link* b) {
    return a->span.begin != b->span.begin ? a->span.begin < b->span.begin : comes_first(*a, *b, to);
  });
  for (const Link* link : added) {
    FieldTexts& texts = fields[link->field];
    texts.list = true;
    const std::string value = value_of(*link);
    const auto same = [&, key = fold_key(value)](const std::string& text) { return text == value || fold_key(text) == key; };
    if (value.empty() || std::any_of(texts.texts.begin(), texts.texts.end(), same)) continue;
    texts.texts.push_back(value);
    texts.evidence.push_back({link->rule->full_name(), places_.of_text(link->span)});
  }
}

std::string MentionValues::value_of(const Link& link) const {
  const std::string_view text = document_.buffer.text();
  if (!link.value) return link.value_field.empty() ? on_one_line(link.span.of(text)) : std::string();
  const Mention& mention = findings_.mentions[*link.value];
  const FieldValue* field = mention.field(link.value_field.empty() ? "value" : link.value_field);
  if (field == nullptr) return link.value_field.empty() ? on_one_line(mention.span.of(text)) : std::string();
  if (field->date) return resolver_.resolve(*field->date, mention.early ? std::nullopt : std::optional(mention.span)).value;
  return field->values.empty() ? std::string() : field->values.front();
}

}  // namespace boctach
