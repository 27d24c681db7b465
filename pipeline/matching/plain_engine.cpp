#include "matching/plain_engine.h"

#include <string_view>

#include "text/unicode.h"

namespace boctach {
// An unanchored search finds the first position where a match starts, and at
// that position the leftmost-first match: so hopping from start to start gives
// the same candidates as trying every position, without trying every position.
void find_in(const CompiledRule& rule, const View& view, Span region, std::vector<RawMatch>& found) {
  const std::string_view text = region.of(view.text());
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
