#include "rules/keys.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace boctach {

KeySpec key(const char* name, ValueKind kind, const char* about) {
  KeySpec result;
  result.name = name;
  result.kind = kind;
  result.about = about;
  result.most = -1;
  return result;
}

KeySpec KeySpec::required(const char* code) const {
  KeySpec result = *this;
  result.missing_code = code;
  return result;
}

KeySpec KeySpec::text_too() const {
  KeySpec result = *this;
  result.or_text = true;
  return result;
}

KeySpec KeySpec::null_too() const {
  KeySpec result = *this;
  result.or_null = true;
  return result;
}

KeySpec KeySpec::within(int lowest, int highest) const {
  KeySpec result = *this;
  result.least = lowest;
  result.most = highest;
  return result;
}

KeySpec KeySpec::of(ObjectKind kind_of_object) const {
  KeySpec result = *this;
  result.object = kind_of_object;
  return result;
}

KeySpec KeySpec::only_with(const char* other) const {
  KeySpec result = *this;
  result.partner = other;
  return result;
}

KeySpec KeySpec::one_of(std::vector<std::string> values) const {
  KeySpec result = *this;
  result.choices = std::move(values);
  return result;
}

const KeySpec* ObjectSpec::find(std::string_view name_of_key) const {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const KeySpec& spec) { return spec.name == name_of_key; });
  return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> ObjectSpec::key_names() const {
  std::vector<std::string> result;
  for (const KeySpec& spec : keys) result.push_back(spec.name);
  return result;
}

const std::vector<ObjectSpec>& object_specs() {
  static const std::vector<ObjectSpec> all = [] {
    std::vector<ObjectSpec> result = pack_objects();
    for (ObjectSpec& spec : rule_objects()) result.push_back(std::move(spec));
    for (ObjectSpec& spec : part_objects()) result.push_back(std::move(spec));
    for (ObjectSpec& spec : overlay_objects()) result.push_back(std::move(spec));
    return result;
  }();
  return all;
}

const ObjectSpec& object_spec(ObjectKind object) {
  const std::vector<ObjectSpec>& all = object_specs();
  const auto found = std::find_if(all.begin(), all.end(), [&](const ObjectSpec& spec) { return spec.object == object; });
  assert(found != all.end());
  return *found;
}

}  // namespace boctach
