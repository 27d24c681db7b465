#ifndef BOCTACH_RECORDS_PLACE_INDEX_H_
#define BOCTACH_RECORDS_PLACE_INDEX_H_

#include <cstddef>
#include <string>
#include <vector>

#include "boctach/document.h"
#include "boctach/record.h"
#include "boctach/record_builder.h"
#include "boctach/span.h"

namespace boctach {

// Turns byte spans of an article into places of its record. Counts are kept
// for every few hundred bytes, so that a place costs the same anywhere.
class PlaceIndex {
 public:
  // `document` must outlive the index and not change.
  PlaceIndex(const Document& document, OffsetUnit unit);

  // The place of a span of the clean text.
  [[nodiscard]] Place of_text(Span span) const;
  // The place of a span of the original bytes; not in the text if anything of it was dropped or changed.
  [[nodiscard]] Place of_original(Span raw) const;
  // The input field raw_* count in; empty if the article is one whole input.
  [[nodiscard]] const std::string& main_field() const { return main_field_; }

 private:
  [[nodiscard]] std::size_t count_to(std::size_t position) const;
  void set_raw(Span raw, Place& place) const;

  const Document& document_;
  OffsetUnit unit_;
  std::vector<std::size_t> counts_;     // units before the n-th step
  std::vector<std::size_t> positions_;  // where that step begins: a code point boundary
  std::string main_field_;
};

}  // namespace boctach

#endif  // BOCTACH_RECORDS_PLACE_INDEX_H_
