#include "rules/keys.h"

namespace boctach {
namespace {

using Kind = ValueKind;

ObjectSpec main_object() {
  return {ObjectKind::Main,
          "main.yaml",
          "The run on one screen: filters, then packs, each in order.",
          {key("format", Kind::Int, "version of the rule language: 1").required().within(1, 1),
           key("about", Kind::Text, "what this rule set is for"),
           key("filters", Kind::Texts, "names of character filters, in the order they run"),
           key("packs", Kind::Texts, "files of packs, beside main.yaml, in the order of the stages").required()},
          {}};
}

ObjectSpec pack_object() {
  return {ObjectKind::Pack,
          "a pack",
          "A stage of the cascade: one file of rules and what they share.",
          {key("format", Kind::Int, "version of the rule language: 1").required().within(1, 1),
           key("pack", Kind::Name, "unique name; a rule is called PACK/ID").required(), key("version", Kind::Text, "version of this pack"),
           key("after", Kind::Name, "in a folder laid over the rules: the pack it runs behind; default: the last"),
           key("about", Kind::Text, "what it finds"),
           key("allow", Kind::Objects, "warnings that are not meant for this pack, each with the reason").of(ObjectKind::Allowance),
           key("stages", Kind::Texts, "stages of its own, in order; a rule belongs to the one named by its `stage` or its label"),
           key("records", Kind::ObjectMap, "how this pack's labels look in the output").of(ObjectKind::Record),
           key("defaults", Kind::Object, "keys every rule of this pack starts with").of(ObjectKind::Defaults),
           key("hides", Kind::Objects, "labels a mention of this pack hides").of(ObjectKind::Hide),
           key("define", Kind::PatternMap, "fragments: {{name}} in a pattern inserts (?:...)"),
           key("lexicons", Kind::ObjectMap, "lists of words: {{lex:name}} inserts them").of(ObjectKind::Lexicon),
           key("rules", Kind::Objects, "what finds mentions").of(ObjectKind::Rule),
           key("vetoes", Kind::Objects, "negative rules: they remove candidates of this pack and write nothing").of(ObjectKind::Veto),
           key("clean", Kind::Objects, "rules that drop page chrome from the text").of(ObjectKind::Clean)},
          {}};
}

ObjectSpec record_object() {
  return {ObjectKind::Record,
          "a record label",
          "How the mentions of a label are written.",
          {key("array", Kind::Name, "name of the array in the record").required(),
           key("as", Kind::Choice, "items: merged by `key`; mentions: one by one").one_of({"items", "mentions"}),
           key("order", Kind::Int, "place among the arrays; equal ones stand as declared").within(-1000, 1000),
           key("fields", Kind::TextMap, "field -> type, in the order they are written")
               .one_of({"string", "int", "decimal", "date", "list", "mention"})},
          {}};
}

ObjectSpec hide_object() {
  return {ObjectKind::Hide,
          "an entry of 'hides'",
          "A candidate inside a mention of this pack that goes.",
          {key("label", Kind::Name, "label of the candidates that go").required(),
           key("in", Kind::Name, "group that hides; without it the whole mention does")},
          {}};
}

ObjectSpec lexicon_object() {
  return {ObjectKind::Lexicon,
          "a lexicon",
          "Words with columns.",
          {key("match", Kind::Choice, "exact: as written; fold_case: capitals and small letters alike").one_of({"exact", "fold_case"}),
           key("file", Kind::Text, "tab-separated file beside main.yaml; lines on top that start with # are comments"),
           key("columns", Kind::Texts, "names of the columns; without them the first line of the file names them"),
           key("entries", Kind::Rows, "the words in place: scalars, or maps of columns with `value`")},
          {"file", "entries"}};
}

}  // namespace

std::vector<ObjectSpec> pack_objects() { return {main_object(), pack_object(), record_object(), hide_object(), lexicon_object()}; }

}  // namespace boctach
