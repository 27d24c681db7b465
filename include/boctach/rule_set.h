#ifndef BOCTACH_RULE_SET_H_
#define BOCTACH_RULE_SET_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "boctach/diagnostic.h"

namespace boctach {

// Rules as their author wrote them: plain data, every value with the place it
// came from. Nothing here is compiled; names are unresolved unless said.

enum class Boundary { Word, Left, Right, None };
enum class Scope { Paragraph, Sentence, Line, Document, Title };
enum class Status { Stable, Experimental, Deprecated };

// A value and where it stands.
struct Text {
  std::string value;
  Mark mark;
};

// A regular expression in the rule language: RE2 with {{...}}. `value` is the
// parts joined; `parts` is the list as written (one element for a scalar).
struct Pattern {
  std::string value;
  std::vector<Text> parts;
  Mark mark;
};

struct LexiconEntry {
  std::string value;                 // as written
  std::vector<std::string> columns;  // beside Lexicon::columns; [0] is the value again
  Mark mark;
};

struct Lexicon {
  std::string name;
  bool fold_case = false;  // match: fold_case
  std::vector<std::string> columns;
  std::vector<LexiconEntry> entries;
  Mark mark;
};

enum class FieldType { String, Int, Decimal, Date, Mention, List };
enum class UnknownValue { Keep, Flag, Drop };
enum class Compose { None, Date, Interval };

// One field of a mention.
struct FieldRule {
  std::string name;
  FieldType type = FieldType::String;
  bool optional = false;
  std::vector<std::string> from;  // groups, the first present one gives the value; default: the field's name
  std::optional<std::string> constant;
  std::string split;   // cut a list at this literal
  int max_length = 0;  // code points; 0: any
  std::vector<std::string> normalise;
  std::vector<std::string> lexicon;  // beside `from`, one each, or one for all
  std::string use;                   // the column taken from the lexicon; default: the value
  std::string add;                   // literal put behind the value
  UnknownValue unknown = UnknownValue::Keep;
  std::optional<std::pair<int, int>> range;
  Compose compose = Compose::None;
  std::map<std::string, std::string> parts;  // part of the date -> group; default: groups named like parts
  std::string kind;                          // of the composed date
  std::string modifier;                      // of the composed date, when constant
  Mark mark;
};

struct KeyPart {
  std::string field;
  bool if_both = false;
  Mark mark;
};

enum class ContextPlace { Before, After, NotBefore, NotAfter, Match, Field, DocumentHas };

// One demand of `context`, or one reason of `except`.
struct ContextRule {
  ContextPlace place = ContextPlace::Before;
  Pattern pattern;  // exactly one of pattern, lexicon and (for DocumentHas) label
  std::string lexicon;
  std::string label;
  std::string field;  // for Field: the group looked at
  int within = 40;    // code points, for Before, After, NotBefore, NotAfter
  Mark mark;
};

// `link`: how one mention gives another its fields.
struct LinkRule {
  std::string to;                                        // group
  std::vector<std::pair<std::string, std::string>> set;  // field -> GROUP or GROUP.field
  std::vector<std::pair<std::string, std::string>> add;
  bool when_empty = false;
  Mark mark;
};

// `each`: one mention for every element of a group.
struct EachRule {
  std::string group;
  Pattern pattern;
  std::vector<std::string> share;
  int max = 12;
  Mark mark;
};

// `defines`: an abbreviation the article itself defines.
struct DefinesRule {
  std::string short_group;
  std::string long_group;
  bool words_before = false;  // the long form is no group of the pattern, but the words before the match
  bool check_initials = false;
  Mark mark;
};

// What a rule of `clean` does with what it found.
enum class Drop { None, Line, From, Match, Repeat };

struct CleanRule {
  Drop drop = Drop::None;
  int max_line = 0;    // code points of the line it stands in; 0: any
  double after = 0.0;  // share of the article that must lie before it
};

// A test of a rule: a text with the mentions marked by U+27E6 and U+27E7.
struct Example {
  Text text;  // as written, with its marks
  bool counter = false;
  std::string why;
  bool todo = false;
  std::vector<std::map<std::string, std::string>> expect;  // one a mention; a list field is joined by " | "
  std::string published;                                   // given:
  std::string title;                                       // given:
  std::string record;                                      // record: as JSON text; empty if none
  Mark mark;
};

struct Rule {
  std::string id;
  std::string pack;
  std::string stage;  // of the pack's own stages; empty if it has none
  std::string about;
  Status status = Status::Stable;
  std::vector<std::string> tags;
  std::vector<std::string> allow;  // codes of warnings that are not told
  bool enabled = true;
  std::string label;
  std::string group;  // who competes with whom
  bool emit = true;
  bool veto = false;  // stood under `vetoes`
  int priority = 0;
  Pattern pattern;
  std::string span_from;  // empty: the whole match
  std::string span_to;    // empty: span_from alone
  Boundary boundary = Boundary::Word;
  bool begins_at_word = false;  // not the mention alone, the whole match begins at a word edge
  Scope scope = Scope::Paragraph;
  std::vector<std::string> sees;
  std::vector<FieldRule> fields;
  std::vector<KeyPart> key;
  std::string join;    // nearest-before, unique, never, existing
  std::string prefer;  // richest, first, longest
  std::vector<ContextRule> context;
  std::vector<ContextRule> except;
  std::optional<LinkRule> link;
  std::optional<EachRule> each;
  std::optional<DefinesRule> defines;
  CleanRule clean;
  std::vector<Example> examples;
  Mark mark;
  int order = 0;    // of loading, over all packs
  int overlay = 0;  // 0: built in; user rules count up in the order of their directories

  [[nodiscard]] std::string full_name() const { return pack + "/" + id; }
};

// How a label looks in the output.
struct RecordLabel {
  std::string label;
  std::string array;
  bool items = false;                                       // as: items (distinct, with mentions); else mentions one by one
  int order = 0;                                            // arrays stand in a record by order, then as declared
  std::vector<std::pair<std::string, std::string>> fields;  // name -> type: string, int, date, list, ...
  Mark mark;
};

// `hides`: a mention of `label` inside the group `in` of a mention of this pack goes.
struct Hide {
  std::string label;
  std::string in;  // empty: the whole mention
  Mark mark;
};

struct Pack {
  std::string name;
  std::string version;
  std::string about;
  std::string file;
  std::vector<std::string> allow;   // codes of warnings that are not told
  std::vector<std::string> stages;  // its own, in order; empty: one
  std::vector<RecordLabel> records;
  std::vector<Hide> hides;
  std::map<std::string, Pattern> define;  // fragments
  std::map<std::string, Lexicon> lexicons;
  std::vector<Rule> rules;  // in file order; `clean` and `vetoes` among them
  Mark mark;
};

// main.yaml and its packs.
struct RuleSet {
  std::vector<std::string> filters;
  std::vector<Pack> packs;                     // the stages of the cascade, in order
  std::string hash;                            // "xxh3:" and 16 hex digits over the bytes of all files, in the order of main.yaml
  std::map<std::string, std::string> sources;  // Mark::file -> the text of that file, for diagnostics
  std::vector<std::string> directories;        // that were loaded, each laid over those before it
};

// Loads DIR/main.yaml and everything it names. Marks name files relative to
// DIR. Mistakes go to `diagnostics`, all of them; if there is an error the result must not be used. Throws only
// when a file cannot be read for reasons outside its author's reach.
RuleSet load_rules(const std::string& directory, Diagnostics& diagnostics);

// The same for the first directory, and the others laid over it in their
// order: their packs run too, their overlays change packs. Marks name files of
// the others with the directory in front.
RuleSet load_rules(const std::vector<std::string>& directories, Diagnostics& diagnostics);

}  // namespace boctach

#endif  // BOCTACH_RULE_SET_H_
