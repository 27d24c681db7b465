#ifndef BOCTACH_FLOW_EXAMPLE_SOURCE_H_
#define BOCTACH_FLOW_EXAMPLE_SOURCE_H_

#include <memory>

#include "boctach/rule_set.h"
#include "boctach/source.h"

namespace boctach {

// The examples and counterexamples of all rules as articles, called FILE:LINE. `rules` must outlive the source.
std::unique_ptr<Source> open_examples(const RuleSet& rules);

}  // namespace boctach

#endif  // BOCTACH_FLOW_EXAMPLE_SOURCE_H_
