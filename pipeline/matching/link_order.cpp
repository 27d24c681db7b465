#include "matching/link_order.h"

#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace boctach {
namespace {

std::size_t distance(Span a, Span b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

}  // namespace

bool comes_first(const Link& a, const Link& b, Span to) {
  const auto rank = [to](const Link& link) {
    return std::tuple(link.when_empty, -link.rule->priority, distance(link.span, to), link.span.begin);
  };
  return rank(a) != rank(b) ? rank(a) < rank(b) : a.rule->full_name() < b.rule->full_name();
}

void settle_links(Findings& findings) {
  std::map<std::pair<std::size_t, std::string_view>, std::size_t> first;
  for (std::size_t i = 0; i < findings.links.size(); ++i) {
    const Link& link = findings.links[i];
    if (link.add) continue;
    const auto [place, fresh] = first.emplace(std::pair(link.to, link.field), i);
    if (!fresh && comes_first(link, findings.links[place->second], findings.mentions[link.to].span)) place->second = i;
  }
  for (std::size_t i = 0; i < findings.links.size(); ++i) {
    Link& link = findings.links[i];
    const auto best = first.find({link.to, link.field});
    link.beaten_by = !link.add && best->second != i ? std::optional(best->second) : std::nullopt;
  }
}

}  // namespace boctach
