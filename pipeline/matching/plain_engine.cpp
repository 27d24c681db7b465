#include "matching/plain_engine.h"

#include <string_view>
#include <utility>

#include "text/unicode.h"

namespace boctach {
namespace {

void shift(Expression::Match& match, std::size_t by) {
  const auto move_span = [by](Span& span) { span = {span.begin + by, span.end + by}; };
  move_span(match.span);
  for (auto& [name, span] : match.groups) move_span(span);
}

}  // namespace

// An unanchored search finds the first position where a match starts, and at
// that position the leftmost-first match: so hopping from start to start gives
// the same candidates as trying every position, without trying every position.
std::vector<RawMatch> find_all(const CompiledRule& rule, const View& view) {
  std::vector<RawMatch> found;
  for (const Span region : view.regions(rule.rule->scope)) {
    const std::string_view text = region.of(view.text());
    Expression::Match match;
    for (std::size_t from = 0; from < text.size() && rule.expression->find(text, from, match);) {
      if (match.span.begin >= text.size()) break;
      from = match.span.begin + decode(text, match.span.begin).size;
      if (match.span.empty()) continue;
      shift(match, region.begin);
      found.push_back({match, region});
    }
  }
  return found;
}

}  // namespace boctach
