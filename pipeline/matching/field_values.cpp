#include "matching/field_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "matching/date_parts.h"
#include "matching/normaliser.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::array<std::string_view, 16> date_parts{"day",     "month",  "year",   "hour",    "minute", "second",
                                                      "quarter", "half",   "decade", "century", "months", "part_of_day",
                                                      "weekday", "offset", "unit",   "position"};

const Group* find_group(const Capture& capture, std::string_view name) {
  for (const Group& group : capture.groups) {
    if (group.name == name && !group.span.empty()) return &group;
  }
  return nullptr;
}

// The group a field takes its value from, and its place in `from`.
std::pair<const Group*, std::size_t> source_group(const FieldRule& field, const Capture& capture) {
  if (field.from.empty()) return {find_group(capture, field.name), 0};
  for (std::size_t i = 0; i < field.from.size(); ++i) {
    if (const Group* group = find_group(capture, field.from[i])) return {group, i};
  }
  return {nullptr, 0};
}

std::optional<int> parse_int(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The text of a group: as printed, or, for a field that folds, as rules see it
// (inside a document code the view has no spaces, which a fold of the piece alone cannot know).
std::string_view text_of(const CompiledField& field, const Group& group, const Capture& capture) {
  return field.folds && group.mentions.empty() ? capture.view.from_clean(group.span).of(capture.view.text()) : group.span.of(capture.clean);
}

bool is_list(const FieldRule& field, const Group& group) {
  return field.type == FieldType::List && (!group.mentions.empty() || !field.split.empty());
}

// What a list is made of: the mentions in it, or the pieces between the separators.
std::vector<std::string> elements_of(const CompiledField& compiled, const Group& group, const Capture& capture) {
  std::vector<std::string> elements;
  for (const std::size_t index : group.mentions) elements.push_back(tidy(capture.mentions[index].span.of(capture.clean)));
  if (!elements.empty()) return elements;
  const std::string_view text = text_of(compiled, group, capture);
  const std::string& separator = compiled.rule->split;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t cut = std::min(text.find(separator, at), text.size());
    if (std::string element = tidy(text.substr(at, cut - at)); !element.empty()) elements.push_back(std::move(element));
    at = cut + separator.size();
  }
  return elements;
}

enum class Check { Fine, Absent, Wrong };

Check refine(const CompiledField& field, std::size_t place, std::string& value, bool& unknown) {
  const FieldRule& rule = *field.rule;
  for (const Normaliser normaliser : field.normalisers) value = normaliser(value);
  if (!field.lexicons.empty()) {
    const LexiconTable* table = field.lexicons[std::min(place, field.lexicons.size() - 1)];
    const std::string* found = table == nullptr ? nullptr : table->find(value, rule.use);
    if (found != nullptr) {
      value = *found;
    } else if (rule.unknown == UnknownValue::Drop) {
      return Check::Absent;
    } else {
      unknown = rule.unknown == UnknownValue::Flag;
    }
  }
  value += rule.add;
  if (rule.max_length > 0 && count_code_points(value) > static_cast<std::size_t>(rule.max_length)) return Check::Wrong;
  if (rule.type == FieldType::Int) {
    const std::optional<int> number = parse_int(value);
    if (!number) return Check::Wrong;
    value = std::to_string(*number);
  }
  if (rule.type == FieldType::Decimal) {
    std::optional<std::string> number = parse_decimal(value);
    if (!number) return Check::Wrong;
    value = std::move(*number);
  }
  if (rule.range) {
    const std::optional<int> number = parse_int(value);
    if (!number || *number < rule.range->first || *number > rule.range->second) return Check::Wrong;
  }
  return Check::Fine;
}

Check add_value(const CompiledField& field, std::size_t place, std::string value, FieldValue& out) {
  const Check check = refine(field, place, value, out.unknown);
  if (check == Check::Fine && !value.empty()) out.values.push_back(std::move(value));
  return check;
}

Check evaluate_plain(const CompiledField& field, const Capture& capture, FieldValue& out) {
  const FieldRule& rule = *field.rule;
  if (rule.constant) {
    out.values.push_back(*rule.constant);
    return Check::Fine;
  }
  const auto [group, place] = source_group(rule, capture);
  if (group == nullptr) return Check::Absent;
  out.span = group->span;
  if (!is_list(rule, *group)) {
    if (add_value(field, place, tidy(text_of(field, *group, capture)), out) == Check::Wrong) return Check::Wrong;
  } else {
    for (std::string& element : elements_of(field, *group, capture)) {
      if (add_value(field, place, std::move(element), out) == Check::Wrong) return Check::Wrong;
    }
  }
  return out.values.empty() ? Check::Absent : Check::Fine;
}

bool is_date_part(std::string_view name) {
  if (name.size() > 4 && name.substr(name.size() - 4) == "_end") name.remove_suffix(4);
  return std::find(date_parts.begin(), date_parts.end(), name) != date_parts.end();
}

std::string constant_of(std::string_view name, const std::vector<FieldValue>& plain) {
  for (const FieldValue& value : plain) {
    if (value.name == name && !value.values.empty()) return value.values.front();
  }
  return {};
}

void add_part(std::vector<DatePart>& parts, std::string_view name, std::string text) {
  const auto named = [&](const DatePart& part) { return part.name == name; };
  if (std::none_of(parts.begin(), parts.end(), named)) parts.push_back({std::string(name), std::move(text)});
}

// Parts named in the field come first, then fields of the rule, then groups.
DateSpec collect_parts(const FieldRule& field, const Capture& capture, const std::vector<FieldValue>& plain) {
  DateSpec spec;
  for (const auto& [part, group_name] : field.parts) {
    const std::string value = constant_of(group_name, plain);
    const Group* group = find_group(capture, group_name);
    if (!value.empty()) {
      add_part(spec.parts, part, value);
    } else if (group != nullptr) {
      add_part(spec.parts, part, tidy(group->span.of(capture.clean)));
    }
  }
  for (const FieldValue& value : plain) {
    if (is_date_part(value.name) && !value.values.empty()) add_part(spec.parts, value.name, value.values.front());
  }
  for (const Group& group : capture.groups) {
    if (is_date_part(group.name) && !group.span.empty()) add_part(spec.parts, group.name, tidy(group.span.of(capture.clean)));
  }
  spec.kind = field.kind.empty() ? constant_of("kind", plain) : field.kind;
  spec.modifier = field.modifier.empty() ? constant_of("modifier", plain) : field.modifier;
  spec.calendar = constant_of("calendar", plain);
  spec.interval = field.compose == Compose::Interval;
  return spec;
}

}  // namespace

std::vector<FieldValue> evaluate_fields(const CompiledRule& rule, const Capture& capture, std::string& cause) {
  std::vector<FieldValue> values;
  values.reserve(rule.fields.size());
  for (const CompiledField& field : rule.fields) {
    if (field.rule->compose != Compose::None) continue;
    FieldValue value{field.rule->name, {}, std::nullopt, {}, false};
    const Check check = evaluate_plain(field, capture, value);
    if (check == Check::Wrong || (check == Check::Absent && !field.rule->optional)) {
      cause = "field " + field.rule->name;
      return {};
    }
    if (check == Check::Fine) values.push_back(std::move(value));
  }
  for (const CompiledField& field : rule.fields) {
    if (field.rule->compose == Compose::None) continue;
    const DateSpec spec = collect_parts(*field.rule, capture, values);
    if (spec.parts.empty() && field.rule->optional) continue;
    FieldValue value{field.rule->name, {}, compose_date(spec), {}, false};
    if (!value.date) {
      cause = "field " + field.rule->name;
      return {};
    }
    for (const Group& group : capture.groups) {
      if (is_date_part(group.name) && !group.span.empty()) value.span = value.span.empty() ? group.span : hull(value.span, group.span);
    }
    values.push_back(std::move(value));
  }
  return values;
}

}  // namespace boctach
