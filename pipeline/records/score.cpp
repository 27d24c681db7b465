#include "records/score.h"

#include <tuple>

namespace boctach {
namespace {

double share(std::size_t part, std::size_t rest) {
  return part + rest == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

// Row, article, whether gold names it, the item, and the how manieth of that name.
using Key = std::tuple<std::string, std::string, bool, std::string, std::size_t>;

std::map<Key, const Judgement*> by_key(const std::vector<Judgement>& judgements, std::vector<Key>& order) {
  std::map<Key, const Judgement*> all;
  for (const Judgement& judgement : judgements) {
    Key key{judgement.row, judgement.article, judgement.verdict != Verdict::Extra, judgement.item, 0};
    while (all.count(key) > 0) ++std::get<4>(key);
    all[key] = &judgement;
    order.push_back(std::move(key));
  }
  return all;
}

bool is_right(const Judgement* judgement) { return judgement != nullptr && judgement->verdict == Verdict::Right; }
bool is_extra(const Judgement* judgement) { return judgement != nullptr && judgement->verdict == Verdict::Extra; }

std::optional<JudgementChange> change_of(const Judgement* before, const Judgement* after) {
  const bool same = before != nullptr && after != nullptr && before->verdict == after->verdict && before->found == after->found;
  if (same || (is_right(before) && is_right(after))) return std::nullopt;
  JudgementChange change;
  if (is_right(after) || (is_extra(before) && after == nullptr)) {
    change.kind = JudgementChange::Kind::Gained;
  } else if (is_right(before) || (is_extra(after) && before == nullptr)) {
    change.kind = JudgementChange::Kind::Lost;
  }
  if (before != nullptr) change.before = *before;
  if (after != nullptr) change.after = *after;
  return change;
}

}  // namespace

double Tally::precision() const { return share(right, extra); }
double Tally::recall() const { return share(right, missed); }
double Tally::f1() const {
  const double p = precision();
  const double r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

std::vector<JudgementChange> compare_scores(const Score& before, const Score& after) {
  std::vector<Key> old_order;
  std::vector<Key> order;
  const auto old_ones = by_key(before.judgements, old_order);
  const auto new_ones = by_key(after.judgements, order);
  for (const Key& key : old_order) {
    if (new_ones.count(key) == 0) order.push_back(key);
  }
  std::vector<JudgementChange> changes;
  for (const Key& key : order) {
    const auto was = old_ones.find(key);
    const auto is = new_ones.find(key);
    auto change = change_of(was == old_ones.end() ? nullptr : was->second, is == new_ones.end() ? nullptr : is->second);
    if (change) changes.push_back(std::move(*change));
  }
  return changes;
}

}  // namespace boctach
