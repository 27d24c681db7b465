#ifndef BOCTACH_FLOW_EDIT_CAUSES_H_
#define BOCTACH_FLOW_EDIT_CAUSES_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "flow/rules_diff.h"

namespace boctach {

// Which of several edits made a difference: one without which the difference would not be there. Each edit that comes
// into question is taken back once, and the articles that differ are run again without it.
class EditCauses {
 public:
  // All must outlive the object.
  EditCauses(const LoadedRules& before, const LoadedRules& after, const std::vector<RuleEdit>& edits);
  EditCauses(const EditCauses&) = delete;
  EditCauses& operator=(const EditCauses&) = delete;
  ~EditCauses();

  // Sets CausedDifference::edits and `direct` of the differences of one article; `edits` holds what the rules that had a
  // part in them say. What cannot be told by taking one edit back stays as it is.
  void settle(const Document& article, const Record& old_record, std::vector<CausedDifference>& differences);

 private:
  struct WithoutEdit;

  // The differences of the article that is being settled, with one edit taken back; none: that cannot be done.
  const std::optional<std::vector<RecordDifference>>& differences_without(std::size_t edit, const Document& article,
                                                                          const Record& old_record);
  WithoutEdit& without(std::size_t edit);

  const LoadedRules& before_;
  const LoadedRules& after_;
  const std::vector<RuleEdit>& edits_;
  std::vector<std::unique_ptr<WithoutEdit>> without_;  // beside edits, made when asked for
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_EDIT_CAUSES_H_
