#ifndef BOCTACH_FORMATS_RECORD_READING_H_
#define BOCTACH_FORMATS_RECORD_READING_H_

#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "records/reading.h"

namespace boctach {

// A line of records as the program writes them, read back. Its places need the
// cleaned text (run --with-text). `name` is the place of the line in messages.
Reading read_record(std::string_view line, const std::string& name);

// Records of files, "-" being `input`; in their order.
std::vector<Reading> read_records(const std::vector<std::string>& names, std::istream& input);

// By id, and by the name of their file without ending where no other has it;
// the last one of an id counts. Points into `records`.
std::map<std::string, const Reading*> by_article(const std::vector<Reading>& records);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_RECORD_READING_H_
