#ifndef BOCTACH_PATTERN_H_
#define BOCTACH_PATTERN_H_

#include <string>
#include <vector>

#include "boctach/diagnostic.h"

namespace boctach {

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

}  // namespace boctach

#endif  // BOCTACH_PATTERN_H_
