#ifndef BOCTACH_RULES_RULE_FILES_H_
#define BOCTACH_RULES_RULE_FILES_H_

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "boctach/rule_set.h"

namespace boctach {

// True for *.yaml, but not for the hidden files that systems and editors leave beside them.
bool is_rule_file(const std::filesystem::path& file);

// The files of rule directories, read once each into RuleSet::sources. Those of
// the first are called as they stand in it, those of the others with the
// directory in front.
class RuleFiles {
 public:
  // `rules` must outlive this. Throws InputError if there is no such directory.
  RuleFiles(std::vector<std::string> directories, RuleSet& rules);

  // What a file of a directory is called in marks.
  [[nodiscard]] std::string name_in(std::size_t directory, const std::string& file) const;
  // The directory, from 0, of a file called so.
  [[nodiscard]] std::size_t directory_of(const std::string& name) const;
  // All rule files of a directory, as they are called, in the order of their names.
  [[nodiscard]] std::vector<std::string> yaml_files(std::size_t directory) const;

  // The text of a file, called as in marks, in NFC; null if there is none.
  // Throws InputError if it is there and cannot be read.
  const std::string* read(const std::string& name);

  // When a file was first read, as a number.
  [[nodiscard]] std::size_t place_of(const std::string& name) const;

  // Over everything read, in the order of reading.
  [[nodiscard]] std::string hash() const;

 private:
  std::vector<std::string> directories_;
  RuleSet& rules_;
  std::vector<std::string> order_;
};

}  // namespace boctach

#endif  // BOCTACH_RULES_RULE_FILES_H_
