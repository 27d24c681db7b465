#ifndef BOCTACH_MATCHING_LINK_ORDER_H_
#define BOCTACH_MATCHING_LINK_ORDER_H_

#include "boctach/matcher.h"

namespace boctach {

// The total order in which links to one field of one mention, which stands at
// `to`, are asked: unconditional ones, then higher priority, nearer, earlier,
// smaller rule name.
bool comes_first(const Link& a, const Link& b, Span to);

// Sets Link::beaten_by of all links that set a field of which another link is
// asked first.
void settle_links(Findings& findings);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_LINK_ORDER_H_
