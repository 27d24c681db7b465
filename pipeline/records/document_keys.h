#ifndef BOCTACH_RECORDS_DOCUMENT_KEYS_H_
#define BOCTACH_RECORDS_DOCUMENT_KEYS_H_

#include <string>
#include <vector>

#include "records/reading.h"

namespace boctach {

// The whole number of a document, upper case, letters and digits alone, without
// leading zeros; empty if it has no letter, that is, no symbol.
std::string code_key(const ReadItem& document);

// What two mentions of one document share: "code:" and its number, else
// "num:TYPE:" and the digits, else "name:" and its name or text.
std::string document_key(const ReadItem& document);

// One item a document, in the order of first mention. Mentions with one key
// are one item. A bare short form beside a document cited in full, and a title
// of a law beside the same with its year, become optional.
std::vector<ReadItem> distinct_documents(const std::vector<ReadItem>& mentions);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_DOCUMENT_KEYS_H_
