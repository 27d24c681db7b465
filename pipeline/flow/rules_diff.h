#ifndef BOCTACH_FLOW_RULES_DIFF_H_
#define BOCTACH_FLOW_RULES_DIFF_H_

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "boctach/pipeline.h"
#include "boctach/source.h"
#include "records/record_diff.h"
#include "rules/rule_edits.h"

namespace boctach {

// How many differences one edit made.
struct EditCount {
  std::size_t gained = 0;
  std::size_t lost = 0;
  std::size_t changed = 0;
};

struct CausedDifference {
  std::string article;
  RecordDifference difference;
  // Indices of edits: those without which the difference would not be there. Where no single one is missed, those of
  // rules that had a part in the mention; if there is none, all.
  std::vector<std::size_t> edits;
  bool direct = true;  // false: all of them
};

struct RulesDiff {
  std::vector<RuleEdit> edits;
  std::vector<EditCount> counts;  // beside edits; a difference with several causes counts for each
  std::size_t articles = 0;
  EditCount all;
};

// Two rule sets ready to run.
struct RunnableRules {
  const LoadedRules& loaded;
  const Pipeline& pipeline;
};

// Runs all articles through both; calls `tell` for each difference, in the order of the articles.
RulesDiff diff_rules(const RunnableRules& before, const RunnableRules& after, Source& source,
                     const std::function<void(const CausedDifference&)>& tell);

}  // namespace boctach

#endif  // BOCTACH_FLOW_RULES_DIFF_H_
