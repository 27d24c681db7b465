#ifndef BOCTACH_RULES_KEYS_H_
#define BOCTACH_RULES_KEYS_H_

#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// The one table of keys of the rule language. The loader's checks, the JSON
// Schema and the reference page are made from it.

enum class ValueKind {
  Name,              // a short name: letters, digits, - _ . /
  Text,              // a scalar
  Texts,             // a list of scalars, or one
  Choice,            // one of `choices`
  Choices,           // a list of them, or one
  Pattern,           // a regular expression, or a list of its parts
  PatternOrLexicon,  // the same, or {lexicon: name}
  Int,
  Number,
  Bool,
  IntPair,       // [from, to]
  Object,        // a map with the keys of `object`
  Objects,       // a list of them
  ObjectMap,     // name -> one of them
  TextMap,       // name -> scalar, one of `choices` if there are any
  PatternMap,    // name -> pattern
  Rows,          // entries of a lexicon: scalars, or maps of columns
  Expectations,  // a map field -> value, or a list of them
  Any
};

enum class ObjectKind {
  Main,
  Pack,
  Defaults,
  Record,
  Hide,
  Lexicon,
  Rule,
  Clean,
  Veto,
  Field,
  KeyPart,
  Context,
  Link,
  Each,
  Defines,
  Example,
  Counterexample,
  Given,
  Overlay,
  LexiconChange,
  Allowance,
  Patch
};

struct KeySpec {
  std::string name;
  ValueKind kind = ValueKind::Text;
  std::string about;         // one line
  std::string missing_code;  // not empty: required, and the code of its absence
  bool or_text = false;      // Object(s), ObjectMap: a scalar may stand for the map
  bool or_null = false;      // ObjectMap: a null takes an inherited member away
  int least = 0;             // Int, IntPair, Number
  int most = 0;              // below `least`: any
  std::vector<std::string> choices;
  ObjectKind object = ObjectKind::Main;
  std::string partner;  // not empty: a key without which this one means nothing

  [[nodiscard]] KeySpec required(const char* code = "E203") const;
  [[nodiscard]] KeySpec text_too() const;
  [[nodiscard]] KeySpec null_too() const;
  [[nodiscard]] KeySpec within(int lowest, int highest) const;
  [[nodiscard]] KeySpec of(ObjectKind kind_of_object) const;
  [[nodiscard]] KeySpec only_with(const char* other) const;
  [[nodiscard]] KeySpec one_of(std::vector<std::string> values) const;
};

struct ObjectSpec {
  ObjectKind object;
  std::string name;  // in messages: "a rule"
  std::string about;
  std::vector<KeySpec> keys;
  // Keys of which exactly one must be given; empty: no such demand.
  std::vector<std::string> exactly_one;

  [[nodiscard]] const KeySpec* find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> key_names() const;
};

const ObjectSpec& object_spec(ObjectKind object);
// All objects, in the order a reader meets them.
const std::vector<ObjectSpec>& object_specs();

// The keys of the objects, for the table.
std::vector<ObjectSpec> pack_objects();
std::vector<ObjectSpec> rule_objects();
std::vector<ObjectSpec> part_objects();
std::vector<ObjectSpec> overlay_objects();

// One key, for the table.
KeySpec key(const char* name, ValueKind kind, const char* about);

}  // namespace boctach

#endif  // BOCTACH_RULES_KEYS_H_
