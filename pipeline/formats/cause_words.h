#ifndef BOCTACH_FORMATS_CAUSE_WORDS_H_
#define BOCTACH_FORMATS_CAUSE_WORDS_H_

#include <string>

#include "boctach/mention.h"

namespace boctach {

// How a candidate ended, in the language that is set; Candidate::cause is for tools, and always English.
std::string cause_in_words(const Candidate& candidate);

// "paragraph", "sentence", ..., in that language.
std::string scope_in_words(Scope scope);
// That a rule is switched off, and where.
std::string switched_off_in_words(const Rule& rule);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_CAUSE_WORDS_H_
