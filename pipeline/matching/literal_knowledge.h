#ifndef BOCTACH_MATCHING_LITERAL_KNOWLEDGE_H_
#define BOCTACH_MATCHING_LITERAL_KNOWLEDGE_H_

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "matching/byte_set.h"

namespace boctach {

// Texts in folded case (fold_case_in_place).
using Literals = std::set<std::string>;

constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

// Literals of which one stands in every match, and starts so many bytes behind
// the start of the match.
struct NeededLiterals {
  Literals texts;
  std::size_t least = 0;
  std::size_t most = unbounded;
};

// How a text that starts in a known way goes on.
struct GoingOn {
  bool whole = true;  // the known part is all of it
  bool open = false;  // `next` has not met all that may follow
  ByteSet next;       // unless whole
};

// How the texts of a part of an expression start. Not `known`: in any way.
struct Starts {
  bool known = false;
  std::map<std::string, GoingOn> texts;
};

// What is known of the texts a part of an expression matches.
struct Knowledge {
  bool is_exact = false;  // `exact` holds all texts it matches
  Literals exact;
  std::vector<NeededLiterals> needed;  // the best first
  Starts starts;
  bool may_be_empty = true;
  ByteSet first = ByteSet::all();  // the first byte, of those that are not empty
  std::size_t least_width = 0;     // bytes
  std::size_t most_width = unbounded;
};

// The bytes a character may start with where case is of no account.
void add_both_cases(const std::string& character, ByteSet& first);

Knowledge anything();
Knowledge empty_text();
// One of few texts, in folded case, that may start with the bytes.
Knowledge exactly(Literals texts, const ByteSet& first);
// One character that starts with one of the bytes.
Knowledge character_of(const ByteSet& first);
// The character, in any case if `any_case`.
Knowledge one_character(char32_t character, bool any_case);
// A symbol of the view.
Knowledge symbol(const std::string& bytes);

// The character in UTF-8.
std::string encoded(char32_t character);
// The same in folded case, if RE2 and the fold are sure to think alike of it.
std::optional<std::string> folded(char32_t character);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_LITERAL_KNOWLEDGE_H_
