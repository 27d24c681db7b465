#ifndef BOCTACH_FLOW_RULE_TESTS_H_
#define BOCTACH_FLOW_RULE_TESTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/matcher.h"
#include "boctach/rule_set.h"

namespace boctach {

struct RuleTestResult {
  // E501 example does not hold, E502 counterexample matches, E503 its record differs, E504 another rule wins it,
  // W501 a known gap is closed.
  Diagnostics diagnostics;
  std::size_t run = 0;
  std::size_t failed = 0;
};

// Runs the examples and counterexamples of all rules, or of those whose id,
// full name or pack stands in `names`, through the whole rule set up to the
// rule's pack.
RuleTestResult test_rules(const RuleSet& rules, const Matcher& matcher, const std::vector<std::string>& names);

}  // namespace boctach

#endif  // BOCTACH_FLOW_RULE_TESTS_H_
