#ifndef BOCTACH_APP_LOADED_RULES_H_
#define BOCTACH_APP_LOADED_RULES_H_

#include <stdexcept>
#include <string>

#include "boctach/diagnostic.h"
#include "boctach/rule_set.h"

namespace boctach {

// The rules do not hold; everything was said already.
class RulesError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Where the rules are: `given`, else $BOCTACH_RULES, else beside the program
// (../share/boctach/rules), else in the source tree it was built in.
std::string find_rules(const std::string& given);

// Prints warnings and errors on standard error; RulesError if there is an error.
void show(const Diagnostics& diagnostics);

}  // namespace boctach

#endif  // BOCTACH_APP_LOADED_RULES_H_
