#include "matching/rule_probe.h"

#include <algorithm>
#include <set>
#include <utility>

#include "rules/pattern_parts.h"
#include "rules/pattern_text.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Calls found(span of the view) for every start of a match in a region.
template <typename Found>
void for_each_match(const Expression& expression, std::string_view text, Span region, const Found& found) {
  Expression::Match match;
  const std::string_view inside = region.of(text);
  for (std::size_t from = 0; from < inside.size() && expression.find(inside, from, match);) {
    if (match.span.begin >= inside.size()) return;
    from = match.span.begin + decode(inside, match.span.begin).size;
    found(Span{region.begin + match.span.begin, region.begin + match.span.end});
  }
}

bool is_blank(char c) { return c == ' ' || c == '\n'; }

// The word that starts at a place, white space before it skipped.
Span word_at(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  std::size_t end = at;
  while (end < text.size() && !is_blank(text[end])) ++end;
  return {at, end};
}

}  // namespace

RuleProbe::RuleProbe(const RuleSet& rules, const Rule& rule) : rules_(rules), rule_(rule) {
  const Pack& pack = *find_pack(rules, rule.pack);
  std::string error;
  whole_ = Expression::compile(expand_pattern(rules, pack, rule.pattern.value), error);
  for (const std::vector<std::string>& parts : pattern_parts(rule.pattern.value)) {
    std::string beginning;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      beginning += parts[i];
      auto expression = Expression::compile(expand_pattern(rules, pack, beginning), error);
      if (expression && !expression->can_match_nothing()) beginnings_.push_back({std::move(expression), i + 1, parts.size(), parts[i + 1]});
    }
  }
  std::stable_sort(beginnings_.begin(), beginnings_.end(), [](const Beginning& a, const Beginning& b) { return a.matched > b.matched; });
}

std::vector<Folding> RuleProbe::foldings(const Findings& findings) const {
  const auto order_of = [&](const std::string& name) { return find_pack(rules_, name) - rules_.packs.data(); };
  std::vector<Folding> all;
  for (std::size_t i = 0; i < findings.mentions.size(); ++i) {
    const Mention& mention = findings.mentions[i];
    const auto label = std::find(rule_.sees.begin(), rule_.sees.end(), mention.rule->label);
    if (mention.early || label == rule_.sees.end() || order_of(mention.rule->pack) > order_of(rule_.pack)) continue;
    const auto symbol = static_cast<char32_t>(first_symbol + *label_index(rules_, *label));
    all.push_back({mention.span, i, static_cast<int>(label - rule_.sees.begin()), symbol});
  }
  return all;
}

std::vector<NearMiss> RuleProbe::near_misses(std::string_view clean, const Findings& findings, std::size_t least) const {
  const View base(clean);
  const View view(base, foldings(findings));
  std::vector<NearMiss> found;
  for (const Span region : view.regions(rule_.scope)) {
    std::set<std::size_t> starts;
    if (whole_) for_each_match(*whole_, view.text(), region, [&](Span match) { starts.insert(match.begin); });
    for (const Beginning& beginning : beginnings_) {
      if (beginning.matched < least) break;
      for_each_match(*beginning.expression, view.text(), region, [&](Span match) {
        if (!starts.insert(match.begin).second) return;
        const Span place = view.clean(match);
        found.push_back({beginning.matched, beginning.parts, beginning.missing, place, word_at(clean, place.end)});
      });
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const NearMiss& a, const NearMiss& b) { return a.matched > b.matched; });
  return found;
}

}  // namespace boctach
