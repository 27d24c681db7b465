#ifndef BOCTACH_RULES_RULE_FILES_H_
#define BOCTACH_RULES_RULE_FILES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "boctach/rule_set.h"

namespace boctach {

// The files of a rule directory, read once each into RuleSet::sources.
class RuleFiles {
 public:
  // `rules` must outlive this. Throws InputError if there is no such directory.
  RuleFiles(std::string directory, RuleSet& rules);

  // The text of a file, named as rule files name it; null if there is none.
  // Throws InputError if it is there and cannot be read.
  const std::string* read(const std::string& name);

  // When a file was first read, as a number.
  [[nodiscard]] std::size_t place_of(const std::string& name) const;

  // Over everything read, in the order of reading.
  [[nodiscard]] std::string hash() const;

 private:
  std::string directory_;
  RuleSet& rules_;
  std::vector<std::string> order_;
};

}  // namespace boctach

#endif  // BOCTACH_RULES_RULE_FILES_H_
