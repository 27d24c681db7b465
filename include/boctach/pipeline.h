#ifndef BOCTACH_PIPELINE_H_
#define BOCTACH_PIPELINE_H_

#include <memory>
#include <utility>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/document.h"
#include "boctach/explanation.h"
#include "boctach/filter.h"
#include "boctach/matcher.h"
#include "boctach/record.h"
#include "boctach/record_builder.h"
#include "boctach/rule_set.h"

namespace boctach {

// Document in, record out: a pure function of the document and the rules.
// Immutable once made; one object serves all threads.
class Pipeline {
 public:
  // Null, with the reasons in `diagnostics`, if the rules do not hold. Text
  // that is not UTF-8 is repaired even if the rules do not name that filter.
  // `rules` must outlive the pipeline.
  static std::unique_ptr<Pipeline> make(const RuleSet& rules, const RecordOptions& options, Diagnostics& diagnostics,
                                        const MatchOptions& matching = {});

  [[nodiscard]] Record run(Document document) const;
  // The same, with all that happened on the way. Much slower.
  [[nodiscard]] Explanation explain(Document document) const;

  // The filters alone, on the text and what the input says beside it.
  void clean_characters(Document& document) const;
  // Filters and cascade: afterwards the buffer holds the cleaned text.
  [[nodiscard]] Findings clean(Document& document) const;

  [[nodiscard]] const Matcher& matcher() const { return *matcher_; }

 private:
  Pipeline(const RuleSet& rules, const RecordOptions& options, MatchOptions matching)
      : builder_(rules, options), matching_(std::move(matching)) {}

  void apply_filters(TextBuffer& buffer, Diagnostics& notes) const;
  // What the input says beside the text, in the characters of the text.
  void clean_metadata(Document& document) const;

  RecordBuilder builder_;
  MatchOptions matching_;
  std::vector<std::unique_ptr<Filter>> filters_;
  std::unique_ptr<Matcher> matcher_;
};

}  // namespace boctach

#endif  // BOCTACH_PIPELINE_H_
