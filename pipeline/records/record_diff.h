#ifndef BOCTACH_RECORDS_RECORD_DIFF_H_
#define BOCTACH_RECORDS_RECORD_DIFF_H_

#include <set>
#include <string>
#include <vector>

#include "boctach/record.h"

namespace boctach {

struct FieldChange {
  std::string field;
  std::string before;  // as people read it; empty: nothing
  std::string after;
};

// One mention, or one thing known of the article, that two records of the same
// article do not agree about.
struct RecordDifference {
  enum class Kind { Gained, Lost, Changed };

  Kind kind = Kind::Changed;
  std::string array;  // "article" for its metadata and its text
  std::string text;   // of the mention
  std::size_t raw_start = 0;
  std::vector<FieldChange> fields;  // changed ones; of a mention gained or lost all that hold something
  std::set<std::string> rules;      // that had a part in it, before or after
};

// By array and place.
std::vector<RecordDifference> compare_records(const Record& before, const Record& after);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_RECORD_DIFF_H_
