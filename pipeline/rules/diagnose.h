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
  // Both must outlive the reporter. Without `notes`, those are not told.
  Reporter(const RuleSet& rules, Diagnostics& diagnostics, bool notes = true) : rules_(rules), diagnostics_(diagnostics), notes_(notes) {}

  // An error, or what is not allowed for the time being.
  void report(const std::string& code, const Mark& mark, const std::string& message, const std::string& help = "");

  // Codes of warnings and notes that are not told as long as this lives: what `allow` of a rule file says.
  class Allowance {
   public:
    Allowance(Reporter& reporter, const std::vector<std::string>& codes) : reporter_(reporter), before_(reporter.allowed_.size()) {
      reporter.allowed_.insert(reporter.allowed_.end(), codes.begin(), codes.end());
    }
    ~Allowance() { reporter_.allowed_.resize(before_); }
    Allowance(const Allowance&) = delete;
    Allowance& operator=(const Allowance&) = delete;

   private:
    Reporter& reporter_;
    std::size_t before_;
  };

  // Tells what another reporter of the same rules has found, in what this one sees nothing of.
  void take(const Diagnostics& found) { diagnostics_.append(found); }

  [[nodiscard]] const RuleSet& rules() const { return rules_; }
  [[nodiscard]] bool wants_notes() const { return notes_; }
  // How much was told so far.
  [[nodiscard]] std::size_t count() const { return told_.size(); }

 private:
  const RuleSet& rules_;
  Diagnostics& diagnostics_;
  bool notes_;
  std::set<std::string> told_;
  std::vector<std::string> allowed_;
};

}  // namespace boctach

#endif  // BOCTACH_RULES_DIAGNOSE_H_
