#ifndef BOCTACH_TEXT_CASE_FOLD_H_
#define BOCTACH_TEXT_CASE_FOLD_H_

#include <string>
#include <string_view>

namespace boctach {

// Simple case folding that leaves every byte where it is, so that a position in
// the folded text is one in the text. False if a character folds to one of
// another length (long s, the Kelvin sign, capital sharp s ...), which is left as
// it is. Input is valid UTF-8.
bool fold_case_in_place(std::string_view text, std::string& folded);

}  // namespace boctach

#endif  // BOCTACH_TEXT_CASE_FOLD_H_
