#ifndef BOCTACH_FLOW_REVIEW_H_
#define BOCTACH_FLOW_REVIEW_H_

#include <cstddef>
#include <string>
#include <vector>

#include "boctach/pipeline.h"
#include "boctach/source.h"

namespace boctach {

// A mention for a person to judge.
struct ReviewItem {
  const Rule* rule = nullptr;
  std::string article;
  std::string plain;   // the sentence it stands in
  std::string marked;  // the same with all mentions of its rule between U+27E6 and U+27E7
};

// Up to `count` mentions of a label, drawn from all articles alike; the same
// seed gives the same ones. Left out are those whose rule finds nothing in the
// sentence alone, and sentences that are examples of it already.
std::vector<ReviewItem> sample_mentions(const Pipeline& pipeline, Source& source, const std::string& label, std::size_t count,
                                        unsigned seed);

}  // namespace boctach

#endif  // BOCTACH_FLOW_REVIEW_H_
