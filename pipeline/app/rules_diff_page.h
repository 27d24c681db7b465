#ifndef BOCTACH_APP_RULES_DIFF_PAGE_H_
#define BOCTACH_APP_RULES_DIFF_PAGE_H_

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "flow/rules_diff.h"

namespace boctach {

// A difference of two rule sets as a page of HTML that needs nothing else:
// begin(), add() for each difference, end().
class RulesDiffPage {
 public:
  // Both must outlive the page.
  RulesDiffPage(std::ostream& output, const std::vector<RuleEdit>& edits) : output_(output), edits_(edits) {}

  void begin();
  void add(const CausedDifference& caused);
  void end(const RulesDiff& diff);

 private:
  void headings(const std::vector<std::string>& names);
  void cell(std::string_view text, std::string_view kind = "");

  std::ostream& output_;
  const std::vector<RuleEdit>& edits_;
};

}  // namespace boctach

#endif  // BOCTACH_APP_RULES_DIFF_PAGE_H_
