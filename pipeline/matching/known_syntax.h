#ifndef BOCTACH_MATCHING_KNOWN_SYNTAX_H_
#define BOCTACH_MATCHING_KNOWN_SYNTAX_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "matching/syntax.h"

namespace boctach {

// Large parts of expressions as they were read, for they stand in many: groups
// that hold no other, which are lexicons, and classes of letters. For one thread.
class KnownSyntax {
 public:
  enum class Part { Group, Class };

  struct Known {
    std::string text;  // of a group: from behind its opening to behind its bracket; of a class: all
    Part part;
    bool any_case;  // where it begins
    Syntax syntax;
  };

  // The part that `rest` begins with; null if it is not known, or too small to be.
  [[nodiscard]] const Known* find(std::string_view rest, Part part, bool any_case) const;
  void add(std::string_view text, Part part, bool any_case, const Syntax& syntax);

 private:
  std::unordered_multimap<std::size_t, Known> known_;  // by how they begin
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_KNOWN_SYNTAX_H_
