#ifndef BOCTACH_RULES_YAML_PLACES_H_
#define BOCTACH_RULES_YAML_PLACES_H_

#include <yaml-cpp/mark.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"
#include "rules/elided_text.h"

namespace boctach {

// What stands in a rule file where yaml-cpp says that something does: its
// places are lines and bytes, from 0, of the text it was given.
class YamlPlaces {
 public:
  // `text` must outlive this.
  YamlPlaces(std::string file, const ElidedText& text);

  [[nodiscard]] Mark mark(const YAML::Mark& mark) const;
  [[nodiscard]] char letter(const YAML::Mark& mark) const;
  // Whether one space and a '#' follow a value that is written as it reads.
  [[nodiscard]] bool is_cut(const YAML::Mark& mark, std::string_view value) const;
  // The value that yaml-cpp saw cut short; nothing if it was not.
  [[nodiscard]] std::optional<std::string> full_value(const YAML::Mark& mark, std::string_view value) const;

 private:
  [[nodiscard]] bool is_nowhere(const YAML::Mark& mark) const;
  // In the text that yaml-cpp was given, and in the full one.
  [[nodiscard]] std::size_t given_offset(const YAML::Mark& mark) const;
  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const;

  std::string file_;
  const ElidedText& text_;
  std::string_view full_;
  std::vector<std::size_t> starts_;  // of lines
};

}  // namespace boctach

#endif  // BOCTACH_RULES_YAML_PLACES_H_
