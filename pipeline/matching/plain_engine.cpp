#include "matching/plain_engine.h"

#include <string>
#include <string_view>

#include "text/case_fold.h"
#include "text/unicode.h"

namespace boctach {
namespace {

void look_up(const CompiledRule& rule, std::string_view text, Span region, std::vector<RawMatch>& found) {
  std::string folded(text);
  if (rule.lexicon->folds_case()) fold_case_in_place(text, folded);
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).size) {
    const std::size_t size = rule.lexicon->longest_at(folded, at);
    if (size > 0) found.push_back(lexicon_match(rule, {region.begin + at, region.begin + at + size}, region));
  }
}

}  // namespace

RawMatch lexicon_match(const CompiledRule& rule, Span span, Span region) {
  RawMatch raw{{span, {}}, region};
  if (!rule.lexicon_group.empty()) raw.match.groups.emplace_back(rule.lexicon_group, span);
  return raw;
}

// An unanchored search finds the first position where a match starts, and at
// that position the leftmost-first match: so hopping from start to start gives
// the same candidates as trying every position, without trying every position.
void find_in(const CompiledRule& rule, const View& view, Span region, std::vector<RawMatch>& found) {
  const std::string_view text = region.of(view.text());
  if (!rule.expression) return look_up(rule, text, region, found);
  Expression::Match match;
  for (std::size_t from = 0; from < text.size() && rule.expression->find(text, from, match);) {
    if (match.span.begin >= text.size()) break;
    from = match.span.begin + decode(text, match.span.begin).size;
    if (match.span.empty()) continue;
    match.shift(region.begin);
    found.push_back({match, region});
  }
}

std::vector<RawMatch> find_all(const CompiledRule& rule, const View& view) {
  std::vector<RawMatch> found;
  for (const Span region : view.regions(rule.rule->scope)) find_in(rule, view, region, found);
  return found;
}

}  // namespace boctach
