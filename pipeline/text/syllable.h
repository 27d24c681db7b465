#ifndef BOCTACH_TEXT_SYLLABLE_H_
#define BOCTACH_TEXT_SYLLABLE_H_

#include <cstddef>
#include <string_view>

namespace boctach {

// True if a word has the shape of a Vietnamese syllable: an onset, a rhyme and
// at most one tone mark, which before a stop (c, ch, p, t) is acute or below.
// It is the spelling that is judged, not whether the syllable means anything.
// Input is NFC in any case; where the tone mark stands does not matter.
bool is_syllable(std::string_view word);

// How Vietnamese a text looks: of its words of two letters or more with one
// outside ASCII (others say nothing, whatever their encoding), those that are
// syllables.
struct SyllableCount {
  std::size_t words = 0;
  std::size_t valid = 0;

  [[nodiscard]] std::size_t invalid() const { return words - valid; }

  SyllableCount& operator+=(const SyllableCount& other) {
    words += other.words;
    valid += other.valid;
    return *this;
  }
};

// A word runs over everything but ASCII that is no letter and spaces, without
// the punctuation around it: a sign inside a word makes it no syllable. Bytes
// that are not UTF-8 do so too.
SyllableCount count_syllables(std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_TEXT_SYLLABLE_H_
