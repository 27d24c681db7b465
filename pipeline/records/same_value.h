#ifndef BOCTACH_RECORDS_SAME_VALUE_H_
#define BOCTACH_RECORDS_SAME_VALUE_H_

#include <string>
#include <vector>

namespace boctach {

// True if two dates of records mean the same: 2023-01/2023-06 is
// 2023-01-01/2023-06-30, and a wanted day is met by that day with a time of
// day, never the other way round. A wanted day without a year (XXXX-...) is
// also met by nothing at all. Empty: no value.
bool same_value(const std::string& found, const std::string& wanted);

// True if it is one of several right ones.
bool right_value(const std::string& found, const std::string& wanted, const std::vector<std::string>& also);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_SAME_VALUE_H_
