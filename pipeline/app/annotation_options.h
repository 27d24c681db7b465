#ifndef BOCTACH_APP_ANNOTATION_OPTIONS_H_
#define BOCTACH_APP_ANNOTATION_OPTIONS_H_

#include "app/options.h"
#include "boctach/record_builder.h"

namespace boctach {

enum class AnnotationTool { Brat, Doccano, LabelStudio };

// The one --format names; UsageError if there is none.
AnnotationTool tool_of(const Options& options);

// How files of doccano count; the other tools say it themselves.
void add_offset_option(Options& options);
OffsetUnit offset_unit(const Options& options);

}  // namespace boctach

#endif  // BOCTACH_APP_ANNOTATION_OPTIONS_H_
