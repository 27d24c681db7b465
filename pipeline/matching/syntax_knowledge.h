#ifndef BOCTACH_MATCHING_SYNTAX_KNOWLEDGE_H_
#define BOCTACH_MATCHING_SYNTAX_KNOWLEDGE_H_

#include <cstddef>
#include <map>
#include <utility>

#include "matching/literal_algebra.h"
#include "matching/syntax.h"

namespace boctach {

// What is known of the texts that expressions match. What has more than a few
// parts is looked at once, wherever it stands: lexicons, above all.
class SyntaxKnowledge {
 public:
  Knowledge of(const Syntax& syntax);

 private:
  void append(const Syntax& syntax, Sequence& parts);
  Knowledge sequence(const Syntax& syntax);
  Knowledge alternatives(const Syntax& syntax);

  std::multimap<std::size_t, std::pair<Syntax, Knowledge>> known_;  // by the number of parts
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_SYNTAX_KNOWLEDGE_H_
