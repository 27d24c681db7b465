#ifndef BOCTACH_RECORDS_SPAN_ROWS_H_
#define BOCTACH_RECORDS_SPAN_ROWS_H_

#include <string>
#include <vector>

#include "records/ledger.h"
#include "records/reading.h"

namespace boctach {

// One item a mention, in their order.
std::vector<ReadItem> mentions_of(const std::vector<ReadItem>& items);

// "ARRAY: strict span" and "ARRAY: overlapping span", mention by mention;
// `wanted` knows its places.
void score_mention_spans(const std::string& array, const std::vector<ReadItem>& found, const std::vector<ReadItem>& wanted, Ledger& ledger);

// The same item by item, where gold has names without places. `found` has a text.
void score_name_spans(const std::string& array, const Reading& found, const Reading& gold, Ledger& ledger);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_SPAN_ROWS_H_
