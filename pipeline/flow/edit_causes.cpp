#include "flow/edit_causes.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "rules/undo_edit.h"

namespace boctach {
namespace {

// Of more edits than this only those are taken back that a difference names.
constexpr std::size_t most_searched = 24;

bool is_same(const RecordDifference& a, const RecordDifference& b) {
  const auto same_field = [](const FieldChange& x, const FieldChange& y) {
    return x.field == y.field && x.before == y.before && x.after == y.after;
  };
  return a.kind == b.kind && a.array == b.array && a.text == b.text && a.raw_start == b.raw_start &&
         std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(), same_field);
}

}  // namespace

struct EditCauses::WithoutEdit {
  std::optional<RuleSet> rules;
  std::unique_ptr<Pipeline> pipeline;                        // null: the rules do not hold without the edit
  std::optional<std::vector<RecordDifference>> differences;  // of the present article
  bool is_run = false;                                       // over the present article
};

EditCauses::EditCauses(const LoadedRules& before, const LoadedRules& after, const std::vector<RuleEdit>& edits)
    : before_(before), after_(after), edits_(edits), without_(edits.size()) {}

EditCauses::~EditCauses() = default;

EditCauses::WithoutEdit& EditCauses::without(std::size_t edit) {
  std::unique_ptr<WithoutEdit>& made = without_[edit];
  if (made) return *made;
  made = std::make_unique<WithoutEdit>();
  made->rules = without_edit(before_.rules, after_.rules, edits_[edit]);
  if (!made->rules) return *made;
  RecordOptions options;
  options.with_text = true;
  Diagnostics told;
  made->pipeline = Pipeline::make(*made->rules, options, told);
  return *made;
}

const std::optional<std::vector<RecordDifference>>& EditCauses::differences_without(std::size_t edit, const Document& article,
                                                                                    const Record& old_record) {
  WithoutEdit& one = without(edit);
  if (!one.is_run && one.pipeline) one.differences = compare_records(old_record, one.pipeline->run(article));
  one.is_run = true;
  return one.differences;
}

void EditCauses::settle(const Document& article, const Record& old_record, std::vector<CausedDifference>& differences) {
  if (edits_.size() < 2) return;
  for (const auto& made : without_) {
    if (made) made->is_run = false;
  }
  const auto causes_among = [&](const std::vector<std::size_t>& asked, const RecordDifference& difference) {
    std::vector<std::size_t> causes;
    for (const std::size_t edit : asked) {
      const auto& left = differences_without(edit, article, old_record);
      const auto is_left = [&](const RecordDifference& other) { return is_same(other, difference); };
      if (left && std::none_of(left->begin(), left->end(), is_left)) causes.push_back(edit);
    }
    return causes;
  };
  std::vector<std::size_t> all(edits_.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  for (CausedDifference& caused : differences) {
    if (!caused.direct && edits_.size() > most_searched) continue;
    std::vector<std::size_t> causes = causes_among(caused.edits, caused.difference);
    if (causes.empty() && caused.direct && edits_.size() <= most_searched) causes = causes_among(all, caused.difference);
    if (causes.empty()) continue;
    caused.edits = std::move(causes);
    caused.direct = true;
  }
}

}  // namespace boctach
