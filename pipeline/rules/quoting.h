#ifndef BOCTACH_RULES_QUOTING_H_
#define BOCTACH_RULES_QUOTING_H_

#include <string>

#include "rules/diagnose.h"
#include "rules/node.h"

namespace boctach {

// What YAML does to values that are not quoted as they should be.

// A text: words that are truth values elsewhere, and a ' #' that ends it.
void check_quoting_of_text(const Node& scalar, Reporter& reporter);
// A name that is one word: truth values alone.
void check_quoting_of_name(const Node& scalar, Reporter& reporter);
// A pattern, or a part of one: single quotes, nothing else.
void check_quoting_of_pattern(const Node& scalar, Reporter& reporter);
// The members of a list in brackets, in which a comma cuts. `key` names the list.
void check_quoting_of_phrases(const Node& list, const std::string& key, Reporter& reporter);

}  // namespace boctach

#endif  // BOCTACH_RULES_QUOTING_H_
