#ifndef BOCTACH_FORMATS_CAUSE_WORDS_H_
#define BOCTACH_FORMATS_CAUSE_WORDS_H_

#include <string>

#include "boctach/mention.h"

namespace boctach {

// How a candidate ended, in the language that is set; Candidate::cause is for tools, and always English.
std::string cause_in_words(const Candidate& candidate);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_CAUSE_WORDS_H_
