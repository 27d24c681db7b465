#ifndef BOCTACH_APP_EDIT_WORDS_H_
#define BOCTACH_APP_EDIT_WORDS_H_

#include <string>

#include "rules/rule_edits.h"

namespace boctach {

// What was edited and how, in the language that is set.
std::string edit_in_words(const RuleEdit& edit);
std::string change_in_words(const RuleEdit& edit);

}  // namespace boctach

#endif  // BOCTACH_APP_EDIT_WORDS_H_
