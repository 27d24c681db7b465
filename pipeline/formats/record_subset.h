#ifndef BOCTACH_FORMATS_RECORD_SUBSET_H_
#define BOCTACH_FORMATS_RECORD_SUBSET_H_

#include <string>
#include <string_view>

#include "boctach/record.h"

namespace boctach {

// Where a record is not what `wanted`, a JSON text, asks for; empty if it is.
// Of an object each key named must be there and agree; the elements of a list
// must be found in the record's list, in their order, others between them;
// numbers and texts agree if they are written alike.
std::string first_difference(const Record& record, std::string_view wanted);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_RECORD_SUBSET_H_
