#ifndef BOCTACH_MATCHING_SYNTAX_H_
#define BOCTACH_MATCHING_SYNTAX_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matching/character_set.h"

namespace boctach {

class KnownSyntax;

// The syntax tree of a regular expression.
struct Syntax {
  enum class Kind {
    Nothing,       // the empty text
    Text,          // `text`, in any case if `any_case`
    Class,         // one character of `characters`
    Sequence,      // `parts`, one behind the other
    Alternatives,  // the first of `parts` that does
    Repetition,    // parts[0], `least` to `most` times
    Group,         // parts[0], and where it stood: group number `group`
    TextStart,
    TextEnd,
  };
  static constexpr std::size_t no_end = static_cast<std::size_t>(-1);

  Kind kind = Kind::Nothing;
  std::u32string text;
  bool any_case = false;
  bool greedy = true;
  CharacterSet characters;  // settled
  std::size_t least = 0;
  std::size_t most = 0;  // no_end: any number
  int group = 0;         // from 0, in the order of their brackets
  std::vector<Syntax> parts;

  // True if it matches the empty text somewhere.
  [[nodiscard]] bool can_be_empty() const;
  // Characters, each counted as often as it is repeated.
  [[nodiscard]] std::size_t size() const;
  bool operator==(const Syntax&) const = default;
};

struct ParsedExpression {
  Syntax syntax;
  std::vector<std::string> groups;  // names, by number
  // `syntax` says all there is to it, and RE2 takes it. If not, because of
  // \p{..}, [:alpha:], (?s), (?m), (?U), word edges, a repetition without end of
  // what may be empty, or its size, it matches no text that `syntax` does not.
  bool is_exact = true;
};

// Reads an expression in the syntax of RE2. Nothing if it is none, or uses
// what few do: \Q, \C, numbers of characters but \x{..}, a brace that is only one.
// What is in `known` is not read again, other parts are put there.
std::optional<ParsedExpression> parse_expression(std::string_view expression, KnownSyntax* known = nullptr);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_SYNTAX_H_
