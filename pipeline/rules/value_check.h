#ifndef BOCTACH_RULES_VALUE_CHECK_H_
#define BOCTACH_RULES_VALUE_CHECK_H_

#include <string>
#include <vector>

#include "rules/diagnose.h"
#include "rules/keys.h"
#include "rules/node.h"

namespace boctach {

// "a, b or c"
std::string either_of(const std::vector<std::string>& names);

// Whether a value is what its key wants: scalars, lists of them, patterns.
class ValueCheck {
 public:
  explicit ValueCheck(Reporter& reporter) : reporter_(reporter) {}

  bool scalar(const Node& node, const KeySpec& spec, const char* wanted);
  void text(const Node& node, const KeySpec& spec);
  void name(const Node& node, const KeySpec& spec);
  void choice(const Node& node, const KeySpec& spec);
  void integer(const Node& node, const KeySpec& spec);
  void number(const Node& node, const KeySpec& spec);
  void boolean(const Node& node, const KeySpec& spec);
  void pattern(const Node& node, const KeySpec& spec);
  void texts(const Node& node, const KeySpec& spec);
  void wrong_kind(const Node& node, const KeySpec& spec, const char* wanted);

 protected:
  Reporter& reporter_;
};

}  // namespace boctach

#endif  // BOCTACH_RULES_VALUE_CHECK_H_
