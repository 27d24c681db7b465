#ifndef BOCTACH_FORMATS_ANNOTATION_FORMATS_H_
#define BOCTACH_FORMATS_ANNOTATION_FORMATS_H_

#include <string>
#include <string_view>
#include <vector>

#include "boctach/record_builder.h"
#include "records/annotation.h"

namespace boctach {

// Marked texts as annotation tools write them. All readers throw InputError,
// with `name` and the place, for what is not of the format, and for places that
// lie outside of the text or in the middle of a character.

// brat: the text in ID.txt, the marks in ID.ann, a line each:
//   T1<TAB>Date 10 18<TAB>the text       places are code points of the .txt
//   #1<TAB>AnnotatorNotes T1<TAB>value=2021-12-02
// A mark that runs over line feeds is written and read as fragments, "10 18;19 25".
std::string write_brat_marks(const AnnotatedText& marked);
AnnotatedText read_brat(const std::string& id, std::string text, std::string_view marks, const std::string& name);
// Beside them: the ids of articles, NAME<TAB>ID, which names of files cannot always hold.
inline constexpr const char* brat_articles = "articles.tsv";
// The annotation.conf that brat wants there.
std::string brat_configuration();

// doccano, sequence labelling, JSONL: {"id", "text", "label": [[begin, end, LABEL]]}.
// Marks have no notes there; they stand in "notes", [[begin, end, note]], which
// doccano keeps with the text. Its editor counts UTF-16 units (doccano issue
// 2290); files made by other tools may count code points.
std::string write_doccano(const AnnotatedText& marked, OffsetUnit unit);
std::vector<AnnotatedText> read_doccano(std::string_view lines, OffsetUnit unit, const std::string& name);

// Label Studio: an array of tasks {"data": {"id", "text"}, "annotations": [{"result": [...]}]},
// a mark being a region of type "labels" and its note a region of type
// "textarea" with the same id; Text tags count code points. Older versions
// counted UTF-16 units: that is noticed by the text a region repeats. Marks that
// are not gold yet are written as "predictions". Read is the last annotation of
// a task that was not cancelled; tasks without one are passed over.
std::string write_label_studio(const std::vector<AnnotatedText>& marked, bool predictions);
std::vector<AnnotatedText> read_label_studio(std::string_view json, const std::string& name);
// The labelling interface those tasks are made for.
std::string label_studio_configuration();

}  // namespace boctach

#endif  // BOCTACH_FORMATS_ANNOTATION_FORMATS_H_
