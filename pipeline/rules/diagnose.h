#ifndef BOCTACH_RULES_DIAGNOSE_H_
#define BOCTACH_RULES_DIAGNOSE_H_

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/rule_set.h"

namespace boctach {

// A diagnostic at a place of a rule file, with the source line and the width
// of what stands at the mark. The first letter of the code is its severity.
Diagnostic diagnose(const RuleSet& rules, const std::string& code, const std::string& message, const Mark& mark,
                    const std::string& help = "");

// The place of byte `offset` of a scalar's value: inside the quotes on the
// line of its mark. A scalar over several lines gives its own mark.
Mark mark_inside(const RuleSet& rules, const Text& text, std::size_t offset);

// The name most like `name`, or an empty string if none is near.
std::string nearest(std::string_view name, const std::vector<std::string>& names);

// "did you mean 'x'?", or `otherwise` if nothing is near.
std::string suggest(std::string_view name, const std::vector<std::string>& names, const std::string& otherwise = "");

// Collects what is wrong with a rule set. The same thing at the same place,
// seen twice through `extends`, is told once.
class Reporter {
 public:
  // Both must outlive the reporter.
  Reporter(const RuleSet& rules, Diagnostics& diagnostics) : rules_(rules), diagnostics_(diagnostics) {}

  void report(const std::string& code, const Mark& mark, const std::string& message, const std::string& help = "");

  [[nodiscard]] const RuleSet& rules() const { return rules_; }
  // How much was told so far.
  [[nodiscard]] std::size_t count() const { return told_.size(); }

 private:
  const RuleSet& rules_;
  Diagnostics& diagnostics_;
  std::set<std::string> told_;
};

}  // namespace boctach

#endif  // BOCTACH_RULES_DIAGNOSE_H_
