#ifndef BOCTACH_MATCHING_ONE_PASS_H_
#define BOCTACH_MATCHING_ONE_PASS_H_

#include <optional>
#include <string>

#include "matching/byte_program.h"

namespace boctach {

// A place where an expression may go on in two ways with the same character.
struct Ambiguity {
  std::string before;  // a text that leads there from the start of a match; may be empty
  std::string next;    // the character
};

// The first such place, by the length of what leads there; nothing if at every
// step the next character alone says how a match goes on. Groups of such an
// expression are taken in one pass by any engine (RE2 calls it one-pass).
// `program` holds one expression.
std::optional<Ambiguity> find_ambiguity(const ByteProgram& program);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_ONE_PASS_H_
