#ifndef BOCTACH_MATCHING_UTF8_SEQUENCES_H_
#define BOCTACH_MATCHING_UTF8_SEQUENCES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "matching/character_set.h"

namespace boctach {

// Bytes from `first` to `last`, one such range for each byte of a character.
struct Utf8Sequence {
  struct Bytes {
    std::uint8_t first;
    std::uint8_t last;
  };
  std::array<Bytes, 4> bytes;
  std::size_t size;
};

// One character.
Utf8Sequence utf8_sequence(char32_t c);

// The characters of a range, in ascending order. At the first place where two
// sequences differ their bytes have nothing in common.
std::vector<Utf8Sequence> utf8_sequences(CharacterRange range);
void append_utf8_sequences(CharacterRange range, std::vector<Utf8Sequence>& sequences);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_UTF8_SEQUENCES_H_
