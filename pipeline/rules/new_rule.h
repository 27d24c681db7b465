#ifndef BOCTACH_RULES_NEW_RULE_H_
#define BOCTACH_RULES_NEW_RULE_H_

#include <optional>
#include <string>

#include "rules/node.h"

namespace boctach {

// What a person says about a rule that is not written yet.
struct NewRule {
  std::string pack;
  std::string id;
  std::string label;
  std::string example;  // on one line, each mention between U+27E6 and U+27E7
  std::string counterexample;
};

// What is wrong with the text of an example, or an empty string. `marked`: a
// mention must be marked in it; else none may be.
std::string complaint(const std::string& example, bool marked);

// A pattern that finds what is marked in an example: its letters as they
// stand, every number for any number.
std::string pattern_of(const std::string& example);

// A rule file with this one rule and comments that say how to go on. Of a pack
// of its own, or if `overlay`, over a pack there is. `schema`: where its JSON
// Schema lies, for editors; may be empty.
std::string new_rule_file(const NewRule& rule, bool overlay, const std::string& schema);

// The text of a rule file with the rule behind those it has; nothing if they
// are not written as a list with dashes. `tree` is what the gate read from it.
std::optional<std::string> with_rule(const std::string& text, const Node& tree, const NewRule& rule);

}  // namespace boctach

#endif  // BOCTACH_RULES_NEW_RULE_H_
