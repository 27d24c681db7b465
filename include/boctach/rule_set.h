#ifndef BOCTACH_RULE_SET_H_
#define BOCTACH_RULE_SET_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/pattern.h"
#include "boctach/rule.h"

namespace boctach {

// Rules as their author wrote them: plain data, every value with the place it
// came from. Nothing here is compiled; names are unresolved unless said.

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
  std::string hash;                            // "xxh3:" and 16 hex digits over the texts of all files, in the order of main.yaml
  std::map<std::string, std::string> sources;  // Mark::file -> the text of that file in NFC, which marks count in
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
