#ifndef BOCTACH_TEXT_SPELLING_H_
#define BOCTACH_TEXT_SPELLING_H_

#include <string>
#include <string_view>

namespace boctach {

// Vietnamese spells some syllables in two ways. The view has one of them:
//  - the tone mark of open oa, oe, uy on the first vowel (never behind q);
//  - ky, ly, my, sy, ty, quy with a tone, where people also write i.
// Input is NFC.

// If what stands at `at` is spelt the other way: how many bytes of it, and in
// `respelt` what the view has; else 0.
std::size_t respell(std::string_view text, std::size_t at, std::string& respelt);

// Both, for the letters of a pattern.
std::string fold_spelling(std::string_view text);

// Tone placement alone.
std::string fold_tones(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_TEXT_SPELLING_H_
