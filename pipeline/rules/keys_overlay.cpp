#include "rules/keys.h"

namespace boctach {
namespace {

using Kind = ValueKind;

ObjectSpec overlay_object() {
  return {ObjectKind::Overlay,
          "an overlay",
          "What a user changes in a pack that somebody else keeps.",
          {key("format", Kind::Int, "version of the rule language: 1").required().within(1, 1),
           key("overlay", Kind::Name, "name of the pack that is changed").required(), key("about", Kind::Text, "what the change is for"),
           key("allow", Kind::Objects, "warnings that are not meant for this overlay and its pack, each with the reason")
               .of(ObjectKind::Allowance),
           key("records", Kind::ObjectMap, "how labels look in the output; replaces those of the same name").of(ObjectKind::Record),
           key("hides", Kind::Objects, "labels a mention of the pack hides, too").of(ObjectKind::Hide),
           key("define", Kind::PatternMap, "fragments; replace those of the same name"),
           key("lexicons", Kind::ObjectMap, "changes of lexicons, or new ones").of(ObjectKind::LexiconChange),
           key("patch", Kind::Objects, "changes of rules").of(ObjectKind::Patch),
           key("rules", Kind::Objects, "more rules").of(ObjectKind::Rule),
           key("vetoes", Kind::Objects, "more negative rules").of(ObjectKind::Veto),
           key("clean", Kind::Objects, "more rules that drop page chrome").of(ObjectKind::Clean)},
          {}};
}

ObjectSpec lexicon_change_object() {
  return {ObjectKind::LexiconChange,
          "a lexicon of an overlay",
          "Entries to add and to remove, or a whole new lexicon.",
          {key("add", Kind::Rows, "entries: scalars, or maps of columns with `value`; they count before those of the base"),
           key("remove", Kind::Texts, "values of entries that go"),
           key("match", Kind::Choice, "of a new lexicon; exact: as written; fold_case: capitals and small letters alike")
               .one_of({"exact", "fold_case"}),
           key("file", Kind::Text, "of a new lexicon: tab-separated file in the folder of the overlay"),
           key("columns", Kind::Texts, "of a new lexicon: names of the columns"),
           key("entries", Kind::Rows, "of a new lexicon: the words in place")},
          {}};
}

ObjectSpec patch_object() {
  return {ObjectKind::Patch,
          "a patch",
          "The change of one rule.",
          {key("rule", Kind::Name, "id of the rule").required(), key("why", Kind::Text, "reason, for people"),
           key("was", Kind::Any, "values the patch was written for: a warning if the base has others now"),
           key("set", Kind::Any, "keys to replace, `fields` by name; null takes a key away"),
           key("append", Kind::Any, "key -> elements put behind those of its list"),
           key("remove", Kind::Any, "key -> elements taken out of its list")},
          {}};
}

}  // namespace

std::vector<ObjectSpec> overlay_objects() { return {overlay_object(), lexicon_change_object(), patch_object()}; }

}  // namespace boctach
