#ifndef BOCTACH_RECORDS_GOLD_PLACES_H_
#define BOCTACH_RECORDS_GOLD_PLACES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/span.h"
#include "records/reading.h"

namespace boctach {

// Gold names texts, not places: "dates" and "documents" mention by mention in
// the order of the article, people and campaigns once each by name. This is
// where they stand in `text` (NFC).
//
// The places of a text are those whose ends are word edges (if there are none,
// all), without those inside of a place of a longer text of the list (if others
// remain). A mention has the first of them behind the one before it in the list
// that no other mention has; if there is none, the first from the beginning of
// the text on, and the next goes on behind that. Texts are compared as NFC,
// letter by letter. Sets `mentions` of each item: one, without a span if the
// text is nowhere.
void place_mentions(std::vector<ReadItem>& items, std::string_view text);

// All places of a name, at word edges; if there are none, all places.
std::vector<Span> places_of(std::string_view name, std::string_view text);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_GOLD_PLACES_H_
