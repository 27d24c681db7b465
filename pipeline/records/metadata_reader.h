#ifndef BOCTACH_RECORDS_METADATA_READER_H_
#define BOCTACH_RECORDS_METADATA_READER_H_

#include "boctach/document.h"
#include "boctach/matcher.h"
#include "boctach/record.h"
#include "records/place_index.h"

namespace boctach {

// Fills title, published, byline and outlet of a record, with evidence: what
// the input says of itself beats what its text says; of several mentions the
// first counts.
void read_metadata(const Document& document, const Findings& findings, const PlaceIndex& places, Record& record);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_METADATA_READER_H_
