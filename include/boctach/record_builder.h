#ifndef BOCTACH_RECORD_BUILDER_H_
#define BOCTACH_RECORD_BUILDER_H_

#include <string>
#include <vector>

#include "boctach/document.h"
#include "boctach/matcher.h"
#include "boctach/record.h"
#include "boctach/rule_set.h"

namespace boctach {

enum class OffsetUnit { CodePoints, Bytes, Utf16 };

struct RecordOptions {
  OffsetUnit offsets = OffsetUnit::CodePoints;
  bool with_text = false;
  bool without_text = false;        // the record quotes nothing: no title, and mentions whose text is empty
  std::vector<std::string> labels;  // empty: all
};

// Turns what was found in an article into its record: gives mentions their
// values, missing years by the one policy, and makes one item of all mentions
// that share a key. Reads the document and the findings, never the clock.
class RecordBuilder {
 public:
  // `rules` must outlive the builder.
  RecordBuilder(const RuleSet& rules, RecordOptions options);

  [[nodiscard]] Record build(const Document& document, const Findings& findings) const;

 private:
  const RuleSet& rules_;
  RecordOptions options_;
  std::vector<RecordLabel> labels_;  // the arrays of a record, in their order
};

}  // namespace boctach

#endif  // BOCTACH_RECORD_BUILDER_H_
