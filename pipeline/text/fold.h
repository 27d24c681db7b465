#ifndef BOCTACH_TEXT_FOLD_H_
#define BOCTACH_TEXT_FOLD_H_

#include <string>
#include <string_view>

#include "boctach/text_editor.h"

namespace boctach {

// The match view: typographic variety folded, so that a rule is written once.
//  - any white space but the line feed: a space (runs of them: one)
//  - any dash: '-'
//  - quotes, by position: U+201C opens (at the start, behind a space or an
//    opening bracket, before something that is no space), U+201D closes,
//    whatever was printed; an apostrophe between letters is "'"
//  - one spelling of two (spelling.h): tone marks, i and y
//  - Eth (U+00D0, U+00F0): the Vietnamese D with stroke
//  - spaces around '/' and '-' inside document codes: none
//  - U+2026 stays; private-use characters: U+FFFD
// Input is NFC. Folding twice changes nothing the second time.
void fold_view(TextEditor& editor);

// The same folds on a text of its own, without the alignment.
std::string fold_view(std::string_view text);

// What is folded as a quote, and which of those may be an apostrophe.
bool is_quote(char32_t c);
bool may_be_apostrophe(char32_t c);

// For keys: fold_view, lower case, no quotes, single spaces, trimmed of punctuation.
std::string fold_key(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_TEXT_FOLD_H_
