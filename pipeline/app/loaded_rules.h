#ifndef BOCTACH_APP_LOADED_RULES_H_
#define BOCTACH_APP_LOADED_RULES_H_

#include <stdexcept>
#include <string>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/rule_set.h"

namespace boctach {

// The rules do not hold; everything was said already.
class RulesError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The directories of the rules, the base (with a main.yaml) first, then those
// laid over it: the user's own ($XDG_CONFIG_HOME/boctach/rules), those of
// $BOCTACH_RULES (several with ':' between them), and `given`. One of the last
// two may be a base; else it is the one beside the program
// (../share/boctach/rules).
std::vector<std::string> find_rules(const std::vector<std::string>& given);

// The user's own directory of rules, which need not be there; empty if the
// environment names none.
std::string user_rules();

// Prints warnings and errors on standard error; RulesError if there is an error.
void show(const Diagnostics& diagnostics);

}  // namespace boctach

#endif  // BOCTACH_APP_LOADED_RULES_H_
