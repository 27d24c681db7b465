#include "matching/rule_probe.h"

#include <algorithm>
#include <set>
#include <utility>

#include "matching/pattern_literals.h"
#include "rules/pattern_parts.h"
#include "rules/pattern_text.h"
#include "text/case_fold.h"
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

// As far as a near miss may reach from its start, in bytes; what is longer is of no use to anybody.
constexpr std::size_t reach = 1000;

// The word that starts at a place, spaces before it skipped, with the line breaks before it; nothing if `stop` comes first.
Span word_at(std::string_view text, std::size_t at, std::size_t stop) {
  while (at < stop && text[at] == ' ') ++at;
  std::size_t end = at;
  while (end < stop && is_blank(text[end])) ++end;
  if (end >= stop) return {at, at};
  while (end < text.size() && !is_blank(text[end])) ++end;
  return {at, end};
}

// The words that end before a place, with the line breaks behind them: back to
// the last that starts with a capital, if that is near, else one; nothing if
// `stop` comes first.
Span words_in_front(std::string_view text, std::size_t at, std::size_t stop) {
  while (at > stop && text[at - 1] == ' ') --at;
  const std::size_t end = at;
  while (at > stop && is_blank(text[at - 1])) --at;
  if (at <= stop) return {end, end};
  std::size_t begin = at;
  std::size_t last = at;
  for (int words = 0; words < 5 && begin > 0 && text[begin - 1] != '\n'; ++words) {
    if (words > 0) --begin;
    while (begin > 0 && !is_blank(text[begin - 1])) --begin;
    if (words == 0) last = begin;
    if (begin < at && is_upper(decode(text, begin).code_point)) return {begin, end};
    if (begin == 0 || text[begin - 1] != ' ') break;
  }
  return {last, end};
}

}  // namespace

RuleProbe::RuleProbe(const RuleSet& rules, const Rule& rule) : rules_(rules), rule_(rule) {
  pieces_.push_back({rule.pattern.value, false, nullptr});
  for (const std::vector<std::string>& parts : pattern_parts(rule.pattern.value)) {
    if (parts.size() > 2) {
      std::string behind_first;
      for (std::size_t i = 1; i < parts.size(); ++i) behind_first += parts[i];
      add_beginning(std::move(behind_first), parts.size() - 1, parts.size(), parts.front(), true);
    }
    std::string beginning;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      beginning += parts[i];
      add_beginning(beginning, i + 1, parts.size(), parts[i + 1], false);
    }
  }
  std::stable_sort(beginnings_.begin(), beginnings_.end(), [](const Beginning& a, const Beginning& b) { return a.matched > b.matched; });
}

void RuleProbe::add_beginning(std::string pattern, std::size_t matched, std::size_t parts, std::string missing, bool at_front) {
  beginnings_.push_back({pieces_.size(), matched, parts, std::move(missing), at_front});
  pieces_.push_back({std::move(pattern), false, nullptr});
}

const Expression* RuleProbe::expression_of(std::size_t piece) const {
  Piece& asked = pieces_[piece];
  if (!asked.is_compiled) {
    asked.is_compiled = true;
    std::string error;
    asked.expression = Expression::compile(expand_pattern(rules_, *find_pack(rules_, rule_.pack), asked.pattern), error);
    if (piece > 0 && asked.expression && asked.expression->can_match_nothing()) asked.expression.reset();
  }
  return asked.expression.get();
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

std::vector<NearMiss> RuleProbe::near_misses(std::string_view clean, const Findings& findings, std::size_t least,
                                             std::optional<Span> place) const {
  const View base(clean);
  const View view(base, foldings(findings));
  std::vector<NearMiss> found;
  for (const Span region : view.regions(rule_.scope)) {
    if (place && !view.clean(region).overlaps(*place)) continue;
    std::set<std::size_t> starts;
    std::vector<Span> whole;
    if (const Expression* all = expression_of(0)) for_each_match(*all, view.text(), region, [&](Span match) { whole.push_back(match); });
    for (const Span match : whole) starts.insert(match.begin);
    const auto is_inside = [&](Span match) {
      return std::any_of(whole.begin(), whole.end(), [&](Span other) { return other.overlaps(match); });
    };
    for (const Beginning& beginning : beginnings_) {
      if (beginning.matched < least) break;
      const Expression* const expression = expression_of(beginning.piece);
      if (expression == nullptr) continue;
      std::size_t end = 0;  // of the last place
      for_each_match(*expression, view.text(), region, [&](Span match) {
        const Span span = view.clean(match);
        if (beginning.at_front && (match.begin < end || is_inside(match) || !is_word_edge(clean, span.begin))) return;
        if (match.empty() || !starts.insert(match.begin).second) return;
        end = match.end;
        const Span within = view.clean(region);
        const Span saw = beginning.at_front ? words_in_front(clean, span.begin, within.begin) : word_at(clean, span.end, within.end);
        found.push_back({beginning.matched, beginning.parts, beginning.missing, span, saw, beginning.at_front});
      });
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const NearMiss& a, const NearMiss& b) { return a.matched > b.matched; });
  return found;
}

bool RuleProbe::may_come_near(std::string_view clean, const Findings& findings, Span place) const {
  const View base(clean);
  const View view(base, foldings(findings));
  bool found = false;
  std::size_t parts_before = 0;
  // From the shortest: what more parts match, fewer match at the same start.
  for (auto beginning = beginnings_.rbegin(); beginning != beginnings_.rend() && !found; ++beginning) {
    if (beginning->matched * 2 < beginning->parts || beginning->matched < 2) continue;
    // The longer ones of the same alternative say no more; of two alternatives with so many parts both are asked.
    if (!beginning->at_front && parts_before == beginning->parts && beginning->matched > (beginning->parts + 1) / 2) continue;
    if (!beginning->at_front) parts_before = beginning->parts;
    const Expression* const expression = expression_of(beginning->piece);
    if (expression == nullptr) return true;
    for (const Span region : view.regions(rule_.scope)) {
      if (!view.clean(region).overlaps(place)) continue;
      for_each_match(*expression, view.text(), region, [&](Span match) {
        const std::size_t begin = view.clean(match).begin;
        found = found || (begin < place.end + reach && place.begin < begin + reach);
      });
    }
  }
  return found;
}

std::vector<std::string> RuleProbe::missing_literals(std::string_view clean, const Findings& findings) const {
  const View base(clean);
  const View view(base, foldings(findings));
  std::string text;
  if (!fold_case_in_place(view.text(), text)) return {};
  const PatternTriggers triggers = find_triggers(expand_pattern(rules_, *find_pack(rules_, rule_.pack), rule_.pattern.value));
  std::vector<Literals> sets;
  for (const NeededLiterals& needed : triggers.needed) sets.push_back(needed.texts);
  Literals starts;
  for (const auto& [literal, next] : triggers.starts) starts.insert(literal);
  if (!starts.empty()) sets.push_back(std::move(starts));
  for (const Literals& literals : sets) {
    if (std::any_of(literals.begin(), literals.end(), [&](const std::string& literal) { return text.find(literal) != std::string::npos; }))
      continue;
    std::vector<std::string> named;
    for (const std::string& literal : literals) named.push_back(readable_literal(rules_, literal));
    return named;
  }
  return {};
}

std::vector<Span> RuleProbe::matches(std::string_view clean, const Findings& findings) const {
  std::vector<Span> found;
  const Expression* const whole = expression_of(0);
  if (whole == nullptr) return found;
  const View base(clean);
  const View view(base, foldings(findings));
  for (const Span region : view.regions(rule_.scope)) {
    for_each_match(*whole, view.text(), region, [&](Span match) { found.push_back(view.clean(match)); });
  }
  return found;
}

bool RuleProbe::matches_at(std::string_view clean, const Findings& findings, Span place) const {
  const std::vector<Span> found = matches(clean, findings);
  return std::any_of(found.begin(), found.end(), [&](Span match) { return match.overlaps(place); });
}

std::string readable_literal(const RuleSet& rules, const std::string& literal) {
  const Decoded first = decode(literal, 0);
  const std::vector<std::string> all = labels(rules);
  if (first.code_point < first_symbol || first.code_point - first_symbol >= all.size()) return literal;
  return "{{@" + all[first.code_point - first_symbol] + "}}";
}

}  // namespace boctach
