#ifndef BOCTACH_RULE_PARTS_H_
#define BOCTACH_RULE_PARTS_H_

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/pattern.h"

namespace boctach {

// What a rule is made of, as its author wrote it.

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
  bool if_both = false;  // an absent value agrees with any
  Mark mark;
  bool if_begins = false;  // so does one that begins the other, by whole words
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
  Pattern until;       // Drop::From: what is dropped ends before the line where this is found; empty: at the end
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

}  // namespace boctach

#endif  // BOCTACH_RULE_PARTS_H_
