#include "flow/rules_diff.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "flow/edit_causes.h"

namespace boctach {
namespace {

void count(const RecordDifference& difference, EditCount& counts) {
  switch (difference.kind) {
    case RecordDifference::Kind::Gained:
      ++counts.gained;
      return;
    case RecordDifference::Kind::Lost:
      ++counts.lost;
      return;
    case RecordDifference::Kind::Changed:
      ++counts.changed;
      return;
  }
}

CausedDifference find_cause(RecordDifference difference, const std::vector<RuleEdit>& edits) {
  CausedDifference caused;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const auto touches = [&](const std::string& rule) { return edits[i].rules.count(rule) > 0; };
    if (std::any_of(difference.rules.begin(), difference.rules.end(), touches)) caused.edits.push_back(i);
  }
  if (caused.edits.empty()) {
    caused.direct = false;
    caused.edits.resize(edits.size());
    std::iota(caused.edits.begin(), caused.edits.end(), std::size_t{0});
  }
  caused.difference = std::move(difference);
  return caused;
}

}  // namespace

RulesDiff diff_rules(const RunnableRules& before, const RunnableRules& after, Source& source,
                     const std::function<void(const CausedDifference&)>& tell) {
  RulesDiff diff;
  diff.edits = compare_rules(before.loaded, after.loaded);
  diff.counts.resize(diff.edits.size());
  EditCauses causes(before.loaded, after.loaded, diff.edits);
  while (std::optional<Document> document = source.next()) {
    ++diff.articles;
    const Record old_record = before.pipeline.run(*document);
    const Record new_record = after.pipeline.run(*document);
    std::vector<CausedDifference> differences;
    for (RecordDifference& difference : compare_records(old_record, new_record)) {
      differences.push_back(find_cause(std::move(difference), diff.edits));
      differences.back().article = new_record.id;
    }
    if (!differences.empty()) causes.settle(*document, old_record, differences);
    for (const CausedDifference& caused : differences) {
      count(caused.difference, diff.all);
      for (const std::size_t edit : caused.edits) count(caused.difference, diff.counts[edit]);
      tell(caused);
    }
  }
  return diff;
}

}  // namespace boctach
