#include "rules/keys.h"

namespace boctach {
namespace {

using Kind = ValueKind;

ObjectSpec field_object() {
  return {ObjectKind::Field,
          "a field",
          "A value of the mention: a group, a constant, or a composed date.",
          {key("type", Kind::Choice, "kind of value").one_of({"string", "int", "decimal", "date", "mention", "list"}),
           key("optional", Kind::Bool, "true: the mention may lack it"), key("const", Kind::Text, "the value itself"),
           key("from", Kind::Texts, "groups; the first present one gives the value; default: the field's name"),
           key("split", Kind::Text, "literal a list is cut at"),
           key("max_length", Kind::Int, "longest value, in code points").within(0, 100000),
           key("normalise", Kind::Choices, "normalisers, in order")
               .one_of({"trim", "collapse-space", "upper", "lower", "fold", "strip-quotes", "int", "roman", "last-word", "date", "replace",
                        "lexicon"}),
           key("lexicon", Kind::Texts, "where the value is looked up; one beside each of `from`, or one for all"),
           key("use", Kind::Name, "column of the lexicon that is taken; default: value"),
           key("add", Kind::Text, "literal put behind the value"),
           key("unknown", Kind::Choice, "a value that is not in the lexicon").one_of({"keep", "flag", "drop"}),
           key("range", Kind::IntPair, "[from, to] a number must lie in"),
           key("compose", Kind::Choice, "the field is a date made of groups named like parts").one_of({"date", "interval"}),
           key("parts", Kind::TextMap, "part of the date -> group, where the names differ"),
           key("kind", Kind::Name, "kind of the composed date, when constant"),
           key("modifier", Kind::Choice, "modifier of the composed date, when constant")
               .one_of({"start", "mid", "end", "morning", "noon", "afternoon", "evening", "night"})},
          {}};
}

ObjectSpec context_object() {
  return {ObjectKind::Context,
          "a context item",
          "A look at the surroundings of a mention.",
          {key("before", Kind::PatternOrLexicon, "must match in the stretch before the mention"),
           key("after", Kind::PatternOrLexicon, "must match in the stretch behind it"),
           key("not_before", Kind::PatternOrLexicon, "must not match before it"),
           key("not_after", Kind::PatternOrLexicon, "must not match behind it"),
           key("match", Kind::PatternOrLexicon, "must match in the mention"),
           key("field", Kind::Name, "group that `pattern` or `lexicon` must match"),
           key("document_has", Kind::Name, "label the article must have"), key("pattern", Kind::Pattern, "with `field`"),
           key("lexicon", Kind::Name, "with `field`"),
           key("within", Kind::Int, "length of the stretch in code points; default 40").within(1, 1000)},
          {"before", "after", "not_before", "not_after", "match", "field", "document_has"}};
}

std::vector<ObjectSpec> relation_objects() {
  return {
      {ObjectKind::Allowance,
       "an entry of 'allow'",
       "A warning the author has looked at.",
       {key("code", Kind::Name, "code of the warning, such as W406").required(), key("why", Kind::Text, "why it is fine here").required()},
       {}},
      {ObjectKind::KeyPart,
       "a part of 'key'",
       "A field that tells items apart.",
       {key("field", Kind::Name, "name of the field").required(),
        key("if", Kind::Choice, "both: an absent value agrees with any; begins: so does one that begins the other, by whole words")
            .one_of({"both", "begins"})},
       {}},
      {ObjectKind::Link,
       "'link'",
       "How one mention gives another its fields.",
       {key("to", Kind::Name, "group whose mentions get the fields").required(), key("set", Kind::TextMap, "field -> GROUP or GROUP.field"),
        key("add", Kind::TextMap, "list field -> GROUP or GROUP.field; appended"),
        key("when", Kind::Choice, "empty: only fields that have no value").one_of({"empty"})},
       {}},
      {ObjectKind::Each,
       "'each'",
       "One mention for every element of a group.",
       {key("group", Kind::Name, "group that is taken apart").required(), key("pattern", Kind::Pattern, "one element").required(),
        key("first", Kind::Choice, "where the first mention starts").one_of({"from_start"}),
        key("share", Kind::Texts, "groups and fields of the rule every mention has"),
        key("max", Kind::Int, "most elements").within(1, 1000)},
       {}},
      {ObjectKind::Defines,
       "'defines'",
       "An abbreviation the article itself defines.",
       {key("short", Kind::Name, "group of the abbreviation").required(),
        key("long", Kind::Name,
            "group of what it stands for; without it, the words before the match, one for each letter, are the group 'long'"),
        key("check", Kind::Choice, "initials: they must agree").one_of({"initials"})},
       {}}};
}

std::vector<ObjectSpec> example_objects() {
  const KeySpec text = key("text", Kind::Text, "the text");
  const KeySpec why = key("why", Kind::Text, "the reason, for people");
  const KeySpec todo = key("todo", Kind::Bool, "true: known not to hold yet; said when it starts to");
  const KeySpec given = key("given", Kind::Object, "metadata of the article").of(ObjectKind::Given);
  return {
      {ObjectKind::Example,
       "an example",
       "A text with mentions the rule must find.",
       {key("text", Kind::Text, "the text, each mention in white square brackets (U+27E6, U+27E7)").required(),
        key("expect", Kind::Expectations, "fields of the mention (a subset); a list for several mentions"),
        key("record", Kind::Any, "a subset of the record: keys named agree, elements of lists are found in their order"), given, why, todo},
       {}},
      {ObjectKind::Counterexample, "a counterexample", "A text in which the rule finds nothing.", {text.required(), given, why, todo}, {}},
      {ObjectKind::Given,
       "'given'",
       "Metadata of an example.",
       {key("published", Kind::Text, "time of publication, ISO 8601"), key("title", Kind::Text, "title")},
       {}}};
}

}  // namespace

std::vector<ObjectSpec> part_objects() {
  std::vector<ObjectSpec> result = {field_object(), context_object()};
  for (const ObjectSpec& spec : relation_objects()) result.push_back(spec);
  for (const ObjectSpec& spec : example_objects()) result.push_back(spec);
  return result;
}

}  // namespace boctach
