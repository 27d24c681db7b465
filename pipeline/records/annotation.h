#ifndef BOCTACH_RECORDS_ANNOTATION_H_
#define BOCTACH_RECORDS_ANNOTATION_H_

#include <string>
#include <vector>

#include "boctach/span.h"
#include "records/reading.h"

namespace boctach {

// A stretch of a text that somebody marked. What tools have no form for stands
// in `note`: "value=2021-12-02 | optional", keys as in gold; a key that holds
// several stands several times; '|' inside a value is written "\|".
struct Annotation {
  std::string label;  // one of annotation_labels
  Span span;
  std::string note;  // empty: nothing was noted
};

inline constexpr const char* annotation_labels[] = {"Date", "Document", "Person", "Campaign", "Boilerplate", "Byline"};

// What annotation tools hold of an article: the text and the marks in it.
struct AnnotatedText {
  std::string id;
  std::string text;  // UTF-8; NFC where this program wrote it
  std::vector<Annotation> annotations;
};

// The marks of `reading`, gold or a record, in the order of `text`. People and
// campaigns are marked once, as gold does not know every place. Items that are
// nowhere in the text are added to `lost`; page chrome that is gone is not.
AnnotatedText annotate(const Reading& reading, const std::string& text, std::vector<std::string>& lost);

// The other way round; the texts of marks as NFC. A person or campaign marked
// several times is one item. Keys of notes that gold does not know, and labels,
// are added to `unknown`.
Reading read_annotations(const AnnotatedText& marked, std::vector<std::string>& unknown);

// `reading`, made of marks in `text`, with what they cannot hold taken from the
// gold there was: metadata, items and page chrome that stand nowhere in the
// text, and of marks without a note what the same piece (the how manieth of its
// letters) had noted.
Reading merge_gold(Reading reading, const Reading& known, const std::string& text);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_ANNOTATION_H_
