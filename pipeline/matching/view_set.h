#ifndef BOCTACH_MATCHING_VIEW_SET_H_
#define BOCTACH_MATCHING_VIEW_SET_H_

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/mention.h"
#include "boctach/rule_set.h"
#include "matching/view.h"

namespace boctach {

// The symbols that labels have in views.
struct LabelSymbols {
  explicit LabelSymbols(const RuleSet& rules);

  [[nodiscard]] char32_t of(const Mention& mention) const { return by_rule[static_cast<std::size_t>(mention.rule->order)]; }

  std::map<std::string, char32_t, std::less<>> by_label;
  std::vector<char32_t> by_rule;  // by Rule::order: that of its label
};

// The views of one article, each made when it is first asked for. Labels
// without mentions fold nothing: views of the same others are one.
class ViewSet {
 public:
  // Both must outlive the set. There is no text before text_changed().
  ViewSet(const std::vector<Mention>& mentions, const LabelSymbols& symbols) : mentions_(mentions), symbols_(symbols) {}

  // `number` stands for `sees`, as CompiledRule::view does; 0 for no labels.
  const View& of(std::size_t number, const std::vector<std::string>& sees);
  // Was it asked for since the last change?
  [[nodiscard]] bool has(std::size_t number) const { return number < numbered_.size() && numbered_[number] != nullptr; }

  // Views end here: all of them, or all but the one without symbols.
  void text_changed(std::string_view text);
  void mentions_changed();

 private:
  // The symbols of those labels that have mentions.
  std::u32string seen_of(const std::vector<std::string>& sees);
  std::unique_ptr<View> make(const std::u32string& seen);

  std::string_view text_;
  const std::vector<Mention>& mentions_;
  const LabelSymbols& symbols_;
  std::map<std::u32string, std::unique_ptr<View>> views_;  // by what they fold
  std::vector<const View*> numbered_;
  std::vector<bool> there_;  // by symbol: has its label mentions? Empty: not counted yet
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_VIEW_SET_H_
